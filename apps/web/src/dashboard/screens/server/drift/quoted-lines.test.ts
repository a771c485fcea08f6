import { expect, it } from 'vitest';
import { quotedLines } from './quoted-lines.ts';

it('shows text as text and the rest as JSON', () => {
  expect(quotedLines('a\nb')).toEqual(['a', 'b']);
  expect(quotedLines({ a: [1] })).toEqual(['{', '  "a": [', '    1', '  ]', '}']);
  expect([quotedLines(false), quotedLines(0), quotedLines(null), quotedLines(undefined)]).toEqual([
    ['false'],
    ['0'],
    [],
    [],
  ]);
});

it('reads back the beginning of a long text', () => {
  expect(quotedLines('"one\\ntwo \\"three…')).toEqual(['one', 'two "three…']);
  expect(quotedLines('"cut \\u00…')).toEqual(['"cut \\u00…']);
  expect(quotedLines('{"a":1…')).toEqual(['{"a":1…']);
});

import { expect, test } from 'vitest';
import { sparingLog } from './sparing-log.ts';

test('a flood is a line in ten seconds, and says how much was left out; other trouble is not held back', () => {
  let now = 0;
  const lines: [string, number][] = [];
  const warn = ({ err, leftOut }: { err: Error; leftOut: number }) => lines.push([err.message, leftOut]);
  const tell = sparingLog({ warn } as never, 'the queue has trouble', () => now);
  for (let i = 0; i < 50; i++) tell(new Error('refused'));
  tell(new Error('other'));
  now = 10_000;
  tell(new Error('refused'));
  expect(lines).toEqual([
    ['refused', 0],
    ['other', 0],
    ['refused', 49],
  ]);
});

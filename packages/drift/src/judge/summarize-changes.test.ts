import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTools } from '../arbitrary-tools.ts';
import { diffToolLists } from '../diff/diff-tool-lists.ts';
import { MAX_SUMMARY, summarizeChanges } from './summarize-changes.ts';
import { worstClass } from './worst-class.ts';

const named = (...names: string[]) => names.map((name) => ({ name }));

test('counts and names the tools', () => {
  const changes = diffToolLists(named('a', 'b', 'd'), [...named('c'), { name: 'd', title: 'D', description: 'd' }]);
  expect(summarizeChanges(changes)).toBe('2 tools removed (a, b), 1 added (c), 1 changed (d)');
  expect(summarizeChanges(changes, ['c', 'd'])).toBe('2 tools removed (a, b), 1 added (c), 1 changed (d); now 2');
});

test('one tool is one tool, and nothing is said to be nothing', () => {
  expect(summarizeChanges(diffToolLists(named('a'), []))).toBe('1 tool removed (a)');
  expect(summarizeChanges([])).toBe('No change');
  expect(summarizeChanges(diffToolLists([null], []))).toBe('Malformed entries changed');
});

test('never longer than its bound, never with hidden text', () => {
  const names = fc.array(fc.string({ unit: 'binary', maxLength: 100 }), { maxLength: 30 });
  fc.assert(
    fc.property(names, names, (before, after) => {
      const line = summarizeChanges(diffToolLists(named(...before), named(...after)), after);
      expect(line.length).toBeLessThanOrEqual(MAX_SUMMARY);
      expect(line).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
    }),
  );
});

test('worstClass is the class of the first change', () => {
  fc.assert(
    fc.property(arbitraryTools, arbitraryTools, (before, after) => {
      const changes = diffToolLists(before, after);
      expect(worstClass([...changes].reverse())).toBe(changes[0]?.class ?? null);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';

const shown = (before: string[], after: string[]) => diffLines(before, after).map(({ sign, text }) => sign + text);

it('keeps what both have and puts what went before what came', () => {
  expect(shown(['{', 'a', 'b', '}'], ['{', 'b', 'c', '}'])).toEqual([' {', '-a', ' b', '+c', ' }']);
  expect(shown(['old'], ['new'])).toEqual(['-old', '+new']);
  expect(shown([], ['new'])).toEqual(['+new']);
});

it('never loses or invents a line', () => {
  const texts = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const diff = diffLines(before, after);
      expect(diff.filter(({ sign }) => sign !== '+').map(({ text }) => text)).toEqual(before);
      expect(diff.filter(({ sign }) => sign !== '-').map(({ text }) => text)).toEqual(after);
    }),
  );
});

it('does not compare line by line what is too long for it', () => {
  const long = Array.from({ length: 1001 }, () => 'a');
  expect(diffLines(long, ['a']).at(-1)).toEqual({ sign: '+', text: 'a' });
});

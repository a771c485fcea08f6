import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTo } from './cut-to.ts';

const escaped = (text: string) => text.replaceAll('&', '&amp;');

test('what fits is not cut', () => expect(cutTo('a&b', 7, escaped)).toBe('a&amp;b'));

test('no escape and no character is broken', () => {
  expect(cutTo('&&&&', 12, escaped)).toBe('&amp;&amp;…');
  expect(cutTo('🚀🚀🚀', 4)).toBe('🚀…');
});

test('it fits, and one character more would not', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 40 }), (text, max) => {
      const cut = cutTo(text, max, escaped);
      expect(cut.length).toBeLessThanOrEqual(max);
      if (cut === escaped(text)) return;
      const kept = [...cut.slice(0, -1).replaceAll('&amp;', '&')].length;
      expect(escaped(`${[...text].slice(0, kept + 1).join('')}…`).length).toBeGreaterThan(max);
    }),
  );
});

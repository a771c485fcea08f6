import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

test('plain text, tabs, line feeds and other scripts stay', () => {
  expect(cleanText('ok\n\tdéjà 日本 🚀')).toBe('ok\n\tdéjà 日本 🚀');
});

test('control, bidirectional, invisible and tag characters go', () => {
  const hostile = 'a\u0000b\u001b[31mc\u202ed\u2066e\u200bf\u{e0041}g\u2028h\ufeffi\r\nj';
  expect(cleanText(hostile)).toBe('ab[31mcdefghi\nj');
});

test('half a character becomes a replacement character', () => expect(cleanText('a\ud800b')).toBe('a\ufffdb'));

test('a line is one line, and no longer than it may be', () => {
  expect(cleanLine(' a\n\n b\tc ')).toBe('a b c');
  expect(cleanLine('x'.repeat(300), 10)).toBe(`${'x'.repeat(9)}…`);
});

import { expect, test } from 'vitest';
import { shownText } from './shown-text.ts';

const clean = (text: string) => shownText(Buffer.from(text));

test('plain text, tabs, newlines and other scripts stay', () => {
  expect(clean('ok\n\tdéjà 日本 🚀')).toBe('ok\n\tdéjà 日本 🚀');
});

test('control, bidi, invisible and tag characters go', () => {
  const hostile = 'a\u0000b\u001b[31mc\u202ed\u2066e\u200bf\u{e0041}g\u2028h\ufeffi\r\nj';
  expect(clean(hostile)).toBe('ab[31mcdefghi\nj');
});

test('cuts at 4 KiB without half a character', () => {
  expect(clean(`${'x'.repeat(4_095)}é tail`)).toBe('x'.repeat(4_095));
});

test('bytes that are no text become replacement characters', () => {
  expect(shownText(Uint8Array.of(0x41, 0xff, 0x42))).toBe('A\ufffdB');
});

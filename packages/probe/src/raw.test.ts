import { expect, it } from 'vitest';
import { isBlank, isSame, textOf } from './raw.ts';

it.each([
  ['', true],
  [' \n\t', true],
  ['\ufeff\u00a0', true],
  ['{', false],
  [' {}', false],
  ['x', false],
])('%j is blank: %s', (text, blank) => {
  expect(isBlank(text)).toBe(blank);
  expect(isBlank(Buffer.from(text))).toBe(blank);
});

it('bytes that are no text are not blank', () => expect(isBlank(Uint8Array.of(0xa0))).toBe(false));

it('reads UTF-8 without its mark, and anything else byte by byte', () => {
  expect(textOf(Buffer.from('\ufeff{"a":"é"}'))).toBe('{"a":"é"}');
  expect(textOf(Uint8Array.of(0x61, 0xe9))).toBe('aé');
});

it('is the same only as bytes and bytes, or text and text', () => {
  expect(isSame(Buffer.from('ab'), Uint8Array.of(0x61, 0x62))).toBe(true);
  expect(isSame(Buffer.from('ab'), Buffer.from('abc'))).toBe(false);
  expect(isSame('ab', 'ab')).toBe(true);
  expect(isSame('ab', Buffer.from('ab'))).toBe(false);
});

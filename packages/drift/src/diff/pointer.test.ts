import { expect, test } from 'vitest';
import { pointer } from './pointer.ts';

test('escapes by RFC 6901', () => {
  expect(pointer('', 'a/b~1', 'items', 0, '')).toBe('/a~1b~01/items/0/');
});

test('is cut for good where it grows too long', () => {
  const cut = pointer('/a', 'x'.repeat(5000), 'b');
  expect(cut).toBe('/a/…');
  expect(pointer(cut, 'c')).toBe(cut);
});

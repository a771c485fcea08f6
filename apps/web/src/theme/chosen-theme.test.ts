import { expect, it } from 'vitest';
import { toTheme } from './chosen-theme.ts';

it.each([
  ['dark', 'dark'],
  ['light', 'light'],
  ['system', 'system'],
  [null, 'system'],
  ['', 'system'],
  ['DARK', 'system'],
  ['constructor', 'system'],
])('%j is the theme %s', (kept, theme) => {
  expect(toTheme(kept)).toBe(theme);
});

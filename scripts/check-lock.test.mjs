import { expect, it } from 'vitest';
import { missingOptionals } from './check-lock.mjs';

it('finds an optional dependency without an entry, wherever Node would look for it', () => {
  const packages = {
    '': {},
    'node_modules/a': { optionalDependencies: { 'b-linux': '1.0.0', 'b-darwin': '1.0.0', 'c-win32': '1.0.0' } },
    'node_modules/b-linux': {},
    'node_modules/a/node_modules/b-darwin': {},
  };
  expect(missingOptionals(packages)).toEqual(['node_modules/a names c-win32, which has no entry']);
});

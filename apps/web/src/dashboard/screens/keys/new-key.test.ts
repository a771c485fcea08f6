import { expect, it } from 'vitest';
import { newKey } from './new-key.ts';

function form(fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

it('leaves out scopes and expiry when neither was chosen', () => {
  const fields = form([
    ['name', ' CI '],
    ['which', 'all'],
    ['scopes', 'servers:read'],
    ['lastDay', ''],
  ]);
  expect(newKey(fields)).toEqual({ name: 'CI' });
});

it('sends the chosen scopes', () => {
  const fields = form([
    ['name', 'CI'],
    ['which', 'chosen'],
    ['scopes', 'servers:read'],
    ['scopes', 'incidents:read'],
  ]);
  expect(newKey(fields).scopes).toEqual(['servers:read', 'incidents:read']);
});

it('expires at the end of the last day, where the reader is', () => {
  const { expiresAt = '' } = newKey(form([['lastDay', '2027-01-31']]));
  const end = new Date(expiresAt);
  expect([end.getFullYear(), end.getMonth(), end.getDate(), end.getHours()]).toEqual([2027, 0, 31, 23]);
});

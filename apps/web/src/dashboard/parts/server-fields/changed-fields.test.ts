import type { Server, UpdateServerBody } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { changedFields, leavesHome } from './changed-fields.ts';

const NO_AUTH: Server['auth'] = { type: 'none', setAt: null, expiresAt: null };
const SERVER = {
  url: 'https://mcp.example.com/mcp',
  name: 'Orders',
  slug: 'orders',
  intervalMs: 60_000,
  transport: 'auto',
  regions: [{ region: 'b' }, { region: 'a' }],
  tags: ['x'],
  expectations: { version: '1', tools: ['t'] },
  auth: { ...NO_AUTH, type: 'bearer' },
} as Server;

const same = (): UpdateServerBody => ({
  url: SERVER.url,
  name: 'Orders',
  slug: 'orders',
  intervalMs: 60_000,
  transport: 'auto',
  regions: ['a', 'b'],
  tags: ['x'],
  expectations: { tools: ['t'], version: '1' },
});

it('finds nothing where all is as it was', () => {
  expect(changedFields(SERVER, same())).toEqual({});
});

it('names only what is new', () => {
  const changes = { name: 'Other', regions: ['a'], tags: [], expectations: {} };
  expect(changedFields(SERVER, { ...same(), ...changes })).toEqual(changes);
});

it('removes a credential, and asks for nothing where there is none', () => {
  const given: UpdateServerBody = { ...same(), auth: { type: 'none' } };
  expect(changedFields(SERVER, given)).toEqual({ auth: { type: 'none' } });
  expect(changedFields({ ...SERVER, auth: NO_AUTH }, given)).toEqual({});
});

it('leaves regions alone that were not offered', () => {
  expect(changedFields(SERVER, { ...same(), regions: undefined })).toEqual({});
});

it('says when an address takes the credential away', () => {
  expect(leavesHome(SERVER, 'https://mcp.example.com/other')).toBe(false);
  expect(leavesHome(SERVER, 'https://mcp.example.com:8443/mcp')).toBe(true);
  expect(leavesHome({ ...SERVER, auth: NO_AUTH }, 'https://other.example')).toBe(false);
  expect(leavesHome(SERVER, 'https:')).toBe(false);
});

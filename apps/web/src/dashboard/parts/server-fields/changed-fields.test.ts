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
  sensitivity: 'balanced',
  latencyBudgetMs: 2000,
  autoAccept: null,
  alternateClient: null,
  regions: [{ region: 'b' }, { region: 'a' }],
  tags: ['x'],
  expectations: {
    version: '1',
    tools: ['t'],
    lists: ['resources', 'prompts'],
    call: { arguments: { a: 1 }, tool: 't' },
  },
  auth: { ...NO_AUTH, type: 'bearer' },
} as unknown as Server;

const same = (): UpdateServerBody => ({
  url: SERVER.url,
  name: 'Orders',
  slug: 'orders',
  intervalMs: 60_000,
  transport: 'auto',
  sensitivity: 'balanced',
  latencyBudgetMs: 2000,
  autoAccept: null,
  alternateClient: null,
  regions: ['a', 'b'],
  tags: ['x'],
  expectations: {
    tools: ['t'],
    version: '1',
    lists: ['prompts', 'resources'],
    call: { tool: 't', arguments: { a: 1 } },
  },
});

it('finds nothing where all is as it was', () => {
  expect(changedFields(SERVER, same())).toEqual({});
});

it('names only what is new', () => {
  const changes = { name: 'Other', regions: ['a'], tags: [], expectations: {} };
  expect(changedFields(SERVER, { ...same(), ...changes })).toEqual(changes);
});

it('notices what a call is to answer', () => {
  const expectations = { ...same().expectations, call: { tool: 't', arguments: { a: 1 }, maxMs: 5 } };
  expect(changedFields(SERVER, { ...same(), expectations })).toEqual({ expectations });
});

it('keeps what the form did not ask, and takes back what it left empty', () => {
  const server: Server = { ...SERVER, autoAccept: 'additive', alternateClient: 'other' };
  const { autoAccept: _, alternateClient: __, ...given } = same();
  expect(changedFields(server, given)).toEqual({});
  expect(changedFields(server, same())).toEqual({ autoAccept: null, alternateClient: null });
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

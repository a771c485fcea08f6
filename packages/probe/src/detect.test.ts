import { type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.requests.length = 0;
});
afterAll(() => fixture.close());

const spoken = () => fixture.requests.map((r) => `${r.method} ${r.rpc ?? ''}`.trim());

it('asks again at once with a version that the refusal names', async () => {
  const body = '{"jsonrpc":"2.0","id":1,"error":{"code":-32022,"message":"no","data":{"supported":["2026-07-28"]}}}';
  fixture.set({ era: 'dual', fault: { status: 400, body }, times: 1 });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up', protocol: { era: 'modern' } });
  expect(spoken()).toEqual(['POST server/discover', 'POST server/discover', 'POST tools/list']);
});

it('finds a legacy server that resets what it does not know, and keeps the era of one that did so once', async () => {
  fixture.set({ fault: 'reset', at: 'server/discover' });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up', attempts: 2, protocol: { era: 'legacy' } });
  fixture.set({ era: 'dual', fault: 'reset', times: 1 });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up', attempts: 2, protocol: { era: 'modern' } });
});

it('wants the version in serverInfo, as official clients do', async () => {
  fixture.set({ serverInfo: { name: 'x' } });
  const result = await check(fixture.url);
  expect(result).toMatchObject({ outcome: 'down', class: 'mcp.initialize_incomplete' });
  expect(result.summary).toBe('The answer to initialize lacks serverInfo.version.');
});

it('warns of an outputSchema that legacy clients refuse, and of none that modern ones take', async () => {
  const tools = [{ name: 'x', inputSchema: { type: 'object' }, outputSchema: { type: 'array' } }];
  fixture.set({ tools });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'degraded', class: 'mcp.tool_unusable' });
  fixture.set({ era: 'modern', tools });
  expect(await check(fixture.url)).toMatchObject({ outcome: 'up' });
});

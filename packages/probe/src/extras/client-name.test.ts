import { afterAll, beforeAll, expect, it } from 'vitest';
import { check } from '../testing.ts';
import { type Scripted, startScripted, WAYS } from './testing/scripted-server.ts';

let server: Scripted;
beforeAll(async () => {
  server = await startScripted();
});
afterAll(() => server[Symbol.asyncDispose]());

it.each(WAYS)('another name over $name is the only thing that differs', async ({ script, known }) => {
  const seen = async (clientName: string | null) => {
    server.set({ tools: [{ name: 'a', inputSchema: { type: 'object' } }], ...script });
    expect(await check(server.url, { known, clientName })).toMatchObject({ outcome: 'up' });
    return JSON.stringify(server.asked.map(({ verb, method, params, headers }) => ({ verb, method, params, headers })));
  };
  const [ours, theirs] = [await seen(null), await seen('claude-ai')];
  expect(ours).toMatch(/"user-agent":"AliveMCP\/[\d.]+ \(\+https:[^"]*\)"/);
  expect(theirs).toContain('"user-agent":"claude-ai/1.0.0"');
  expect(theirs).toMatch(/"(io\.modelcontextprotocol\/)?clientInfo":\{"name":"claude-ai","version":"1\.0\.0"\}/);
  expect(theirs).not.toMatch(/alivemcp/i);
  const alike = (text: string) =>
    text
      .replaceAll(/"user-agent":"[^"]*"/g, '')
      .replaceAll(/lientInfo":\{[^}]*\}/g, '')
      .replaceAll(/"(mcp-session-id|content-length)":"\d+"/g, '');
  expect(alike(theirs)).toBe(alike(ours));
});

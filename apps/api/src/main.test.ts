import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { loadApiConfig } from '@alivemcp/config';
import { createLogger } from '@alivemcp/telemetry';
import { createTestDatabase, type TestDatabase } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startApi } from './main.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const log = createLogger({ name: 'api', level: 'silent' });
const configOf = (env: Record<string, string> = {}) =>
  loadApiConfig({
    DATABASE_URL: database.url,
    PORT: '0',
    ALIVEMCP_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    ...env,
  });

it('listens, gives the link that creates the owner, and stops', async () => {
  const api = await startApi(configOf(), { log });
  expect(api.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(api.setupUrl?.startsWith(`${api.url}/setup?token=`)).toBe(true);
  expect((await fetch(`${api.url}/readyz`)).status).toBe(200);
  expect((await fetch(api.setupUrl ?? '')).status).toBe(200);
  expect(await rawRequest(Number(new URL(api.url).port), 'NONSENSE\r\n\r\n')).toMatch(
    /^HTTP\/1.1 400 .*"code":"bad_request"/s,
  );
  await api.close();
  await expect(fetch(`${api.url}/healthz`)).rejects.toThrow();
});

it('makes the first workspace from the environment, and then needs no link', async () => {
  const key = 'any-string-of-24-characters-or-more';
  const env = { ALIVEMCP_BOOTSTRAP_API_KEY: key, ALIVEMCP_EGRESS_ALLOW: '127.0.0.1:9' };
  const api = await startApi(configOf(env), { log });
  expect(api.setupUrl).toBeNull();
  const register = (url: string) =>
    fetch(`${api.url}/api/v1/servers`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
    });
  expect((await register('http://127.0.0.1:9/mcp')).status).toBe(201);
  expect(await (await register('http://127.0.0.1:10/mcp')).json()).toMatchObject({ code: 'address_refused' });
  await api.close();
});

it('names what is wrong with the egress list before it listens', async () => {
  await expect(startApi(configOf({ ALIVEMCP_EGRESS_ALLOW: 'somewhere' }), { log })).rejects.toThrow(
    'ALIVEMCP_EGRESS_ALLOW',
  );
});

/** What is answered to bytes that no HTTP client would send. */
async function rawRequest(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(bytes);
  return text(socket);
}

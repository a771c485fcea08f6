import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { createAuthority, startFixture } from '@alivemcp/testkit/mcp';
import { type NpmServerName, SDK_ERAS, startNpmServer, startSdkServer } from '@alivemcp/testkit/mcp/servers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askV1, askV2 } from './testing/official-clients.ts';
import { ORACLE_CASES, type OracleCase } from './testing/oracle-cases.ts';
import { EXCEPTIONS, exceptionOf } from './testing/oracle-exceptions.ts';
import { check } from './testing.ts';

const NPM: NpmServerName[] = ['everything', 'everything-sse', 'context7'];
const TRUSTED = getCACertificates('default');
const authority = createAuthority();

beforeAll(() => setDefaultCACertificates([...TRUSTED, authority.ca]));
afterAll(() => setDefaultCACertificates(TRUSTED));

type Started = { url: string; close(): Promise<void> };

/** Asks the probe and both official clients, each about a server of its own, and expects what the table says. */
async function expectAgreement(
  { name, timeoutMs, bearer }: Omit<OracleCase, 'behaviour'>,
  start: () => Promise<Started>,
) {
  const headers: Record<string, string> = bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  const auth = bearer === undefined ? ({ type: 'none' } as const) : ({ type: 'bearer', token: bearer } as const);
  const of = async <T>(judge: (url: string) => Promise<T>): Promise<T> => {
    const server = await start();
    try {
      return await judge(server.url);
    } finally {
      await server.close();
    }
  };
  const [ours, v1, v2] = await Promise.all([
    of((url) => check(url, { timeoutMs, auth })),
    of((url) => askV1(url, timeoutMs, headers)),
    of((url) => askV2(url, timeoutMs, headers)),
  ]);
  const us = ours.outcome === 'up' || ours.outcome === 'degraded' ? 'alive' : 'dead';
  const seen = (alive: boolean) => ((us === 'alive') === alive ? null : us);
  const told = `ours: ${ours.outcome} ${ours.class}; v1: ${v1.error || 'alive'}; v2: ${v2.error || 'alive'}`;
  expect({ v1: seen(v1.alive), v2: seen(v2.alive) }, told).toEqual({
    v1: exceptionOf(name, 'v1'),
    v2: exceptionOf(name, 'v2'),
  });
}

describe('alive to us is alive to the official clients', () => {
  it.concurrent.each(ORACLE_CASES)('$name', async (one) => {
    const tls = one.tls && authority.issue(one.tls);
    await expectAgreement(one, () => startFixture(one.behaviour, tls ? { tls } : {}));
  });

  it.concurrent.each(SDK_ERAS)('SDK %s', async (era) => {
    await expectAgreement({ name: `SDK ${era}`, timeoutMs: 5000 }, () => startSdkServer(era));
  });

  it.each(NPM)('npm %s', async (name) => {
    await expectAgreement({ name: `npm ${name}`, timeoutMs: 10_000 }, () => startNpmServer(name));
  });
});

it('every case has a name of its own, and every exception is of a case', () => {
  const names = [...ORACLE_CASES.map(({ name }) => name), ...SDK_ERAS.map((era) => `SDK ${era}`)];
  expect(new Set(names).size).toBe(names.length);
  expect(names).toEqual(expect.arrayContaining(EXCEPTIONS.flatMap(({ cases }) => cases)));
});

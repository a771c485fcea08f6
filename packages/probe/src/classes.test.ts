import { FAILURE_CLASSES, type FailureClass } from '@alivemcp/contracts';
import { createAuthority, type Fixture, startFixture, startSleeper } from '@alivemcp/testkit/mcp';
import { describe, type ExpectStatic, it } from 'vitest';
import { isNetworkClass } from './is-network-class.ts';
import type { ClassCase } from './testing/classes/class-case.ts';
import { CLASS_CASES } from './testing/classes/index.ts';
import { stopwatch } from './testing/stopwatch.ts';
import { check } from './testing.ts';

const authority = createAuthority();
const good = authority.issue('good');
const SLACK_MS = 250;
const OUTCOME = { down: 'down', degraded: 'degraded', auth: 'up', none: 'unknown' } as const;

const all = Object.entries(CLASS_CASES).flatMap(([failureClass, cases]) =>
  cases.map((one) => ({ ...one, failureClass: failureClass as keyof typeof CLASS_CASES })),
);
const possible = all.filter(({ linuxOnly }) => !linuxOnly || process.platform === 'linux');
const served = possible.filter(({ behaviour }) => behaviour !== undefined);
const others = possible.filter(({ behaviour }) => behaviour === undefined);

/** Probes what the case describes, and expects all that a class promises. */
async function expectClass({ failureClass, ...one }: ClassCase & { failureClass: FailureClass }, expect: ExpectStatic) {
  const server: Pick<Fixture, 'url' | 'close'> & Partial<Fixture> = one.sleeper
    ? await startSleeper(one.sleeper === 'full')
    : await startFixture(one.behaviour, one.tls ? { tls: tlsOptions(one.tls) } : {});
  try {
    const timeoutMs = one.target?.timeoutMs ?? 3000;
    const took = stopwatch();
    const trusted = one.trusting === false ? {} : { ca: [authority.ca] };
    const result = await check(one.dial?.(server.url) ?? server.url, one.target, { ...trusted, ...one.guard });
    const tookMs = took();
    const { effect, sentence, firstAction } = FAILURE_CLASSES[failureClass];
    expect(result).toMatchObject({ class: failureClass, outcome: OUTCOME[effect], firstAction });
    if (one.says === undefined) expect(result.summary).toBe(sentence);
    else expect(result.summary).toContain(one.says);
    expect(tookMs).toBeLessThan(timeoutMs + SLACK_MS);
    if (!isNetworkClass(failureClass)) expect(result.attempts).toBe(1);
    if (server.requests) expect(server.requests.map((r) => r.headers.origin).filter(Boolean)).toEqual([]);
    await expect.poll(() => server.connections ?? 0, { timeout: 1000 }).toBe(0);
  } finally {
    await server.close();
  }
}

function tlsOptions(tls: NonNullable<ClassCase['tls']>) {
  if (tls === 'old')
    return { ...good, minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  if (tls === 'demands-certificate') return { ...good, ca: authority.ca, requestCert: true, rejectUnauthorized: true };
  return tls === 'good' ? good : authority.issue(tls);
}

describe('every class a server can cause', () => {
  it.concurrent.for(served)('$failureClass: $name', (one, { expect }) => expectClass(one, expect));
  it.concurrent.for(served)('$failureClass over TLS: $name', (one, { expect }) =>
    expectClass({ ...one, tls: 'good' }, expect),
  );
  it.concurrent.for(others)('$failureClass: $name', (one, { expect }) => expectClass(one, expect));
});

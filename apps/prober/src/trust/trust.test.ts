import type { FailureClass, ProbeReason } from '@alivemcp/contracts';
import { probed } from '@alivemcp/testkit';
import { beforeEach, describe, expect, test } from 'vitest';
import { createTrust, type Trust } from './trust.ts';

let now: number;
let busy: boolean;
let steps: number;
let reachable: boolean | null;
let elsewhere: () => Promise<{ answering: number; failing: number }>;
let trust: Trust;
beforeEach(() => {
  now = 1_000_000;
  busy = false;
  steps = 0;
  reachable = null;
  elsewhere = async () => ({ answering: 0, failing: 0 });
  trust = createTrust({
    process: { wasBusy: () => busy, clockSteps: () => steps },
    anchors: { areReachable: async () => reachable },
    elsewhere: () => elsewhere(),
    now: () => now,
  });
});

const see = (n: number, found: FailureClass | null, reason: ProbeReason = 'scheduled') =>
  trust.weigh({
    serverId: `s${n}`,
    url: `https://h${n}.example/mcp`,
    reason,
    result: probed({
      startedAt: now,
      ...(found
        ? { outcome: found.startsWith('observer.') ? 'unknown' : 'down', class: found, latencyMs: null }
        : { latencyMs: 70 }),
    }),
  });
const warmUp = async () => {
  for (let i = 0; i < 20; i++) await see(i, null);
  now += 60_000;
};
const suspects = async (hosts: number, found: FailureClass) => {
  let last = 0;
  for (let i = 0; i < hosts; i++) last = (await see(i, found)).suspect ? last + 1 : last;
  return last;
};

test('what answers, and what fails alone, is believed', async () => {
  expect(await see(1, null)).toMatchObject({ suspect: false, result: { outcome: 'up', latencyMs: 70 } });
  expect(await see(2, 'tcp.refused')).toMatchObject({ suspect: false, result: { outcome: 'down' } });
  expect(await see(3, 'mcp.not_mcp')).toMatchObject({ suspect: false });
  expect(trust.state()).toBeNull();
});

test('a fault that the probe knows to be ours is recorded as such', async () => {
  expect(await see(1, 'observer.resolver')).toMatchObject({
    suspect: true,
    result: { outcome: 'unknown', class: 'observer.resolver' },
  });
  expect(trust.state()).toEqual({ class: 'observer.resolver', since: now });
  now += 61_000;
  expect(trust.state()).toBeNull();
});

describe('anchors', () => {
  test('that cannot be reached speak against us, and what was seen is said', async () => {
    await warmUp();
    reachable = false;
    const { result, suspect } = await see(1, 'tcp.timeout');
    expect(suspect).toBe(true);
    expect(result).toMatchObject({ outcome: 'unknown', class: 'observer.network' });
    expect(result.summary).toMatch(/^Our own network failed.* It saw: /);
  });

  test('say nothing about a server that answers, however wrongly', async () => {
    reachable = false;
    expect((await see(1, 'http.not_found')).suspect).toBe(false);
    expect((await see(2, null)).suspect).toBe(false);
  });

  test('that answer speak for us from the first moment', async () => {
    reachable = true;
    expect((await see(1, 'tcp.timeout')).suspect).toBe(false);
  });
});

describe('the first moments', () => {
  test('failures are not believed before anything answered, for half a minute', async () => {
    expect((await see(1, 'dns.temporary')).suspect).toBe(true);
    now += 31_000;
    expect((await see(1, 'dns.temporary')).suspect).toBe(false);
  });

  test('who waits for the probe is told', async () => {
    expect((await see(1, 'tcp.refused', 'first')).suspect).toBe(false);
    expect((await see(1, 'tcp.refused', 'manual')).suspect).toBe(false);
    expect((await see(1, 'tcp.refused', 'confirm')).suspect).toBe(true);
  });
});

describe('a busy process', () => {
  test('is not believed when it says that time ran out', async () => {
    await warmUp();
    busy = true;
    expect(await see(1, 'http.timeout_headers')).toMatchObject({
      suspect: true,
      result: { class: 'observer.overload' },
    });
    expect((await see(2, 'tcp.refused')).suspect).toBe(false);
  });

  test('measures no latency', async () => {
    busy = true;
    expect(await see(1, null)).toMatchObject({ suspect: false, result: { outcome: 'up', latencyMs: null } });
  });
});

test('a clock that stepped spoils everything, until somebody says what time it is', async () => {
  steps++;
  expect(await see(1, null)).toMatchObject({ suspect: true, result: { class: 'observer.clock' } });
  expect((await see(1, null)).suspect).toBe(true);
  trust.heardTime();
  expect((await see(1, null)).suspect).toBe(false);
});

describe('a storm', () => {
  beforeEach(warmUp);

  test('that others do not see is ours', async () => {
    elsewhere = async () => ({ answering: 9, failing: 1 });
    // The first are believed: nobody could know.
    expect(await suspects(15, 'tcp.timeout')).toBe(0);
    now += 2_000;
    expect(await suspects(15, 'tcp.timeout')).toBe(15);
    expect(await suspects(15, 'http.not_found')).toBe(0);
  });

  test('that others see too is real', async () => {
    elsewhere = async () => ({ answering: 2, failing: 8 });
    now += 2_000;
    expect(await suspects(15, 'tcp.timeout')).toBe(0);
    now += 2_000;
    expect(await suspects(15, 'tcp.timeout')).toBe(0);
  });

  test('of which nobody else can say is ours when it hits most, and no anchor speaks for us', async () => {
    const again = async (hosts: number) => {
      await suspects(hosts, 'tcp.timeout');
      now += 11_000;
      return suspects(hosts, 'tcp.timeout');
    };
    elsewhere = () => Promise.reject(new Error('the database is away'));
    expect(await again(10)).toBe(0);
    expect(await again(11)).toBe(11);
    now += 11_000;
    reachable = true;
    expect(await again(11)).toBe(0);
  });
});

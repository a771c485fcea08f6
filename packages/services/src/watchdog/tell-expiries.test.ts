import type { CreateServerBody } from '@alivemcp/contracts';
import { afterEach, expect, it } from 'vitest';
import { createMaintenance } from '../maintenance/create-maintenance.ts';
import { turnMaintenance } from '../maintenance/turn-maintenance.ts';
import { updateServer } from '../server/update-server.ts';
import { type Saw, type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { noteCertificates } from './note-certificates.ts';
import { tellExpiries } from './tell-expiries.ts';

let world: WatchWorld;
afterEach(() => world.end());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const start = (regions: string[], settings: Partial<CreateServerBody> = {}) =>
  watchWorld(regions, { url: 'https://mcp.test/mcp', ...settings });
const inDays = (days: number) => new Date(world.clock.now() + days * DAY_MS);

/** A probe of a region, shown this certificate. */
async function see(region: string, validTo: Date | string, saw: Saw = {}): Promise<void> {
  await world.see(region, saw);
  const probe = world.probeOf(saw, 'scheduled');
  const certificate = { validTo: typeof validTo === 'string' ? validTo : validTo.toUTCString(), daysLeft: 0 };
  const probes = [{ ...probe, result: { ...probe.result, certificate: saw.class ? null : certificate } }];
  await world.ctx.database.transaction((tx) => noteCertificates(tx, region, probes));
}
const told = async () =>
  (await world.events()).filter(({ type }) => type.endsWith('.expiring')).map(({ type, data }) => [type, data.summary]);

it('tells of a certificate 21, 7 and 1 days before its end, once each', async () => {
  world = await start(['eu', 'us']);
  const validTo = inDays(22);
  for (let hour = 0; hour < 22 * 24 - 1; hour += 6) {
    for (const region of ['eu', 'us']) await see(region, validTo);
    await Promise.all([tellExpiries(world.ctx), tellExpiries(world.ctx)]);
    world.clock.advance(6 * HOUR_MS);
  }
  expect(await told()).toEqual([
    ['certificate.expiring', 'The TLS certificate ends in 21 days, on 2026-11-24 10:00 UTC.'],
    ['certificate.expiring', 'The TLS certificate ends in 7 days, on 2026-11-24 10:00 UTC.'],
    ['certificate.expiring', 'The TLS certificate ends in 24 hours, on 2026-11-24 10:00 UTC.'],
  ]);
  expect((await world.events()).at(-1)?.data).toMatchObject({
    status: 'up',
    firstAction: expect.stringContaining('Renew'),
    dedupKey: `${world.server.id}:certificate:${validTo.getTime()}`,
  });
});

it('tells of a server that is new with the nearest of the three alone', async () => {
  world = await start(['eu']);
  await see('eu', inDays(5));
  expect(await tellExpiries(world.ctx)).toBe(1);
  expect(await tellExpiries(world.ctx)).toBe(0);
});

it('says nothing of a certificate that was renewed meanwhile', async () => {
  world = await start(['eu', 'us']);
  for (const region of ['eu', 'us']) await see(region, inDays(22));
  world.clock.advance(2 * DAY_MS);
  await see('eu', inDays(90));
  // The other region does not reach the server any more: what it was shown last is old.
  await see('us', '', { class: 'tcp.refused' });
  expect(await tellExpiries(world.ctx)).toBe(0);
  await see('us', inDays(90));
  expect(await tellExpiries(world.ctx)).toBe(0);
});

it('tells of each of two certificates that take turns, once', async () => {
  world = await start(['eu']);
  const [soon, sooner] = [inDays(20), inDays(3)];
  for (let i = 0; i < 6; i++) {
    await see('eu', i % 2 === 0 ? soon : sooner);
    await tellExpiries(world.ctx);
    world.clock.advance(60_000);
  }
  expect(await told()).toHaveLength(2);
});

it('writes only when it is another certificate, and takes no date that is none', async () => {
  world = await start(['eu']);
  const rows = () => world.ctx.rows('select xmin::text as version from server_certificate');
  await see('eu', 'never');
  expect(await rows()).toEqual([]);
  const validTo = inDays(30);
  await see('eu', validTo);
  const written = await rows();
  expect(written).toHaveLength(1);
  world.clock.advance(60_000);
  await see('eu', validTo);
  expect(await rows()).toEqual(written);
});

const credential = (expiresAt: Date) =>
  ({ type: 'bearer', token: 'opaque', expiresAt: expiresAt.toISOString() }) as const;

it('tells of a credential 72 hours before its end, once; of a new one again', async () => {
  world = await start(['eu']);
  const { ctx, scope, server, clock } = world;
  await updateServer(ctx, scope, server.id, { auth: credential(inDays(4)) });
  expect(await tellExpiries(ctx)).toBe(0);
  clock.advance(DAY_MS);
  expect(await tellExpiries(ctx)).toBe(1);
  expect(await tellExpiries(ctx)).toBe(0);
  await updateServer(ctx, scope, server.id, { auth: credential(inDays(2)) });
  expect(await tellExpiries(ctx)).toBe(1);
  const summary = 'The credential that our probes present ends in 3 days, on 2026-11-06 10:00 UTC.';
  expect((await told())[0]).toEqual(['credential.expiring', summary]);
});

it('takes the end of a bearer token from itself', async () => {
  const exp = Date.parse('2026-11-04T10:00:00Z') / 1_000;
  const part = (json: object) => Buffer.from(JSON.stringify(json)).toString('base64url');
  const token = `${part({ alg: 'none' })}.${part({ exp })}.signature`;
  world = await start(['eu'], { auth: { type: 'bearer', token } });
  expect(await tellExpiries(world.ctx)).toBe(1);
});

it('waits with it until announced work is over', async () => {
  world = await start(['eu'], { auth: credential(new Date('2026-11-04T10:00:00Z')) });
  const { ctx, scope, server, clock } = world;
  const [startsAt, endsAt] = [new Date(clock.now()), new Date(clock.now() + HOUR_MS)].map((at) => at.toISOString());
  await createMaintenance(ctx, scope, {
    title: 'Work',
    description: '',
    rrule: null,
    timeZone: 'UTC',
    serverIds: [server.id],
    startsAt: startsAt ?? '',
    endsAt: endsAt ?? '',
  });
  await turnMaintenance(ctx);
  expect(await tellExpiries(ctx)).toBe(0);
  clock.advance(HOUR_MS);
  await turnMaintenance(ctx);
  expect(await tellExpiries(ctx)).toBe(1);
});

it('tells of an expected version or tool that is missing, as of every degradation', async () => {
  world = await start(['eu']);
  await world.see('eu', {});
  for (let i = 0; i < 3; i++) {
    world.clock.advance(60_000);
    await world.see('eu', { class: 'mcp.version_mismatch' });
  }
  const degraded = (await world.events()).filter(({ type }) => type === 'server.degraded');
  expect(degraded).toMatchObject([{ data: { class: 'mcp.version_mismatch', firstAction: expect.any(String) } }]);
});

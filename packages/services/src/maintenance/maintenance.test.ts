import { type CreateMaintenanceBody, createMaintenanceBody } from '@alivemcp/contracts';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listDrift } from '../drift/list-drift.ts';
import { readUptime } from '../probe/read-uptime.ts';
import { pauseServer } from '../server/pause-server.ts';
import { resumeServer } from '../server/resume-server.ts';
import { ALL } from '../testing/test-context.ts';
import { type Saw, type WatchWorld, watchWorld } from '../testing/watch-world.ts';
import { createMaintenance } from './create-maintenance.ts';
import { deleteMaintenance } from './delete-maintenance.ts';
import { endMaintenance } from './end-maintenance.ts';
import { getMaintenance } from './get-maintenance.ts';
import { listMaintenance } from './list-maintenance.ts';
import { turnMaintenance } from './turn-maintenance.ts';
import { updateMaintenance } from './update-maintenance.ts';

const MINUTE = 60_000;
let world: WatchWorld;
beforeEach(async () => {
  world = await watchWorld(['local']);
  await world.see('local', {}, 'first');
});
afterEach(() => world.end());

const after = (minutes: number) => new Date(world.clock.now() + minutes * MINUTE).toISOString();
const status = async () => (await world.state()).status;
const told = async () => (await world.events()).map((event) => event.type);

const announce = (fromMinute: number, toMinute: number, more: Partial<CreateMaintenanceBody> = {}) =>
  createMaintenance(
    world.ctx,
    world.scope,
    createMaintenanceBody.parse({
      title: 'Move to another database',
      serverIds: [world.server.id],
      startsAt: after(fromMinute),
      endsAt: after(toMinute),
      ...more,
    }),
  );

/** Lets minutes pass with a probe and a look at the windows in each. */
async function pass(minutes: number, saw: Saw = {}) {
  for (let i = 0; i < minutes; i++) {
    world.clock.advance(MINUTE);
    await turnMaintenance(world.ctx);
    await world.see('local', saw);
  }
}

test('a server in a window is in maintenance: no incident, no alert, no downtime, and judged at once at its end', async () => {
  const { id } = await announce(5, 15);
  await pass(4);
  expect(await status()).toBe('up');
  await pass(1);
  expect(await world.state()).toMatchObject({ status: 'maintenance', since: new Date(world.clock.now()) });
  expect(await getMaintenance(world.ctx, world.scope, id)).toMatchObject({ active: true });

  await pass(9, { class: 'http.unavailable' });
  expect(await status()).toBe('maintenance');
  world.clock.advance(MINUTE);
  await world.see('local', {});
  await turnMaintenance(world.ctx);
  expect(await status()).toBe('up');
  expect(await told()).toEqual(['maintenance.started', 'maintenance.ended']);
  expect(await getMaintenance(world.ctx, world.scope, id)).toMatchObject({ active: false, window: null });
  expect(await readUptime(world.ctx, world.scope, world.server.id, '24h')).toMatchObject({
    uptimePercent: 100,
    downMs: 0,
    maintenanceMs: 10 * MINUTE,
  });
});

test('what is still broken when the window ends is down after its confirmation', async () => {
  await announce(1, 3);
  await pass(3, { class: 'tcp.refused' });
  expect(await status()).toBe('pending');
  world.clock.advance(500);
  await world.see('local', { class: 'tcp.refused' }, 'confirm');
  expect(await status()).toBe('down');
  expect((await told()).toSorted()).toEqual([
    'incident.opened',
    'maintenance.ended',
    'maintenance.started',
    'server.down',
  ]);
});

test('an open incident ends where the announced work begins', async () => {
  await pass(1, { class: 'tcp.refused' });
  world.clock.advance(500);
  await world.see('local', { class: 'tcp.refused' }, 'confirm');
  expect(await status()).toBe('down');
  await announce(1, 5);
  await pass(1, { class: 'tcp.refused' });
  expect(await status()).toBe('maintenance');
  expect(await told()).toContain('incident.resolved');
});

test('a drift is recorded in the window and told at its end', async () => {
  await announce(1, 10);
  await pass(1);
  await pass(4, { tools: [{ name: 'other', inputSchema: { type: 'object' } }] });
  expect((await listDrift(world.ctx, world.scope, world.server.id, ALL)).data).toHaveLength(1);
  expect(await told()).toEqual(['maintenance.started']);
  await pass(6, { tools: [{ name: 'other', inputSchema: { type: 'object' } }] });
  expect((await told()).toSorted()).toEqual(['maintenance.ended', 'maintenance.started', 'server.drift']);
});

test('a rule comes again; what passed while no engine ran is not told', async () => {
  const { id } = await announce(1, 2, { rrule: 'FREQ=DAILY', timeZone: 'Europe/Berlin' });
  await pass(2);
  expect(await told()).toEqual(['maintenance.started', 'maintenance.ended']);
  const next = await getMaintenance(world.ctx, world.scope, id);
  expect(Date.parse(next.window?.startsAt ?? '') - Date.parse(next.startsAt)).toBe(24 * 60 * MINUTE);
  world.clock.advance(30 * 60 * MINUTE);
  await turnMaintenance(world.ctx);
  expect(await told()).toHaveLength(2);
  expect((await getMaintenance(world.ctx, world.scope, id)).window?.startsAt).toBe(
    new Date(Date.parse(next.startsAt) + 48 * 60 * MINUTE).toISOString(),
  );
});

test('two windows at once: the server comes back with the later end', async () => {
  await announce(1, 3);
  await announce(2, 6);
  await pass(4);
  expect(await status()).toBe('maintenance');
  await pass(2);
  expect(await status()).toBe('up');
});

test('a window is ended, moved and taken back while it runs', async () => {
  const first = await announce(1, 60);
  await pass(1);
  expect(await endMaintenance(world.ctx, world.scope, first.id)).toMatchObject({ active: false, window: null });
  await pass(1);
  expect(await status()).toBe('up');
  await endMaintenance(world.ctx, world.scope, first.id);

  const second = await announce(1, 60);
  await pass(1);
  await updateMaintenance(world.ctx, world.scope, second.id, { startsAt: after(100), endsAt: after(200) });
  await pass(1);
  expect(await status()).toBe('up');
  await updateMaintenance(world.ctx, world.scope, second.id, { startsAt: after(-1) });
  await pass(1);
  expect(await status()).toBe('maintenance');
  await deleteMaintenance(world.ctx, world.scope, second.id);
  await pass(1);
  expect(await status()).toBe('up');
  expect((await listMaintenance(world.ctx, world.scope, ALL)).data.map(({ id }) => id)).toEqual([first.id]);
  expect((await told()).filter((type) => type === 'maintenance.ended')).toHaveLength(3);
});

test('a paused server stays paused, and goes into the running window when it is resumed', async () => {
  await pauseServer(world.ctx, world.scope, world.server.id);
  await announce(1, 10);
  world.clock.advance(2 * MINUTE);
  await turnMaintenance(world.ctx);
  expect(await status()).toBe('paused');
  await resumeServer(world.ctx, world.scope, world.server.id);
  await turnMaintenance(world.ctx);
  expect(await status()).toBe('maintenance');
});

describe('is refused', () => {
  test.each([
    ['in the past', { startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-01T01:00:00Z' }, '/endsAt'],
    [
      'a rule of which nothing is left',
      { rrule: 'FREQ=DAILY;UNTIL=20200101T000000Z', startsAt: '2020-01-01T00:00:00Z', endsAt: '2020-01-01T01:00:00Z' },
      '/endsAt',
    ],
    [
      'a rule that never comes true',
      {
        rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
        startsAt: '2020-01-01T00:00:00Z',
        endsAt: '2020-01-01T01:00:00Z',
      },
      '/rrule',
    ],
    ['a server of somebody else', { serverIds: ['srv_01k9x2m4q8r6t3v5w7y9z1b3c5'] }, '/serverIds/0'],
  ])('%s', async (_, body, pointer) => {
    await expect(announce(1, 2, body)).rejects.toMatchObject({ errors: [{ pointer }] });
    expect((await listMaintenance(world.ctx, world.scope, ALL)).data).toEqual([]);
  });

  test('somebody else finds nothing', async () => {
    const { id } = await announce(1, 2);
    await expect(getMaintenance(world.ctx, world.ctx.theirs, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteMaintenance(world.ctx, world.ctx.theirs, id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await listMaintenance(world.ctx, world.ctx.theirs, ALL)).data).toEqual([]);
  });
});

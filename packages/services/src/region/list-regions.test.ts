import { createServerBody, type ProberHealth } from '@alivemcp/contracts';
import { probed } from '@alivemcp/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listDue } from '../dispatch/list-due.ts';
import { noteTick } from '../dispatch/note-tick.ts';
import { reportProber } from '../dispatch/report-prober.ts';
import { type RecordedProbe, recordBatch } from '../record/record-batch.ts';
import { closeFiveMinutes } from '../rollup/close-five-minutes.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { listRegions } from './list-regions.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const FINE: ProberHealth = { doubt: null, onItsOwn: false, waiting: 0, waitingSince: null, dropped: 0, ended: false };

let ctx: TestContext;
beforeEach(async () => {
  ctx = await createTestContext(['eu', 'us']);
});
afterEach(() => ctx.close());

const report = (id: string, region: string, health: Partial<ProberHealth> = {}) =>
  reportProber(ctx, { id, region, version: '1', startedAt: 0, health: { ...FINE, ...health } });
const us = async () => (await listRegions(ctx)).data[1];

it('names every region with the last sign of life of any prober there', async () => {
  await report('one', 'us');
  ctx.clock.advance(20 * SECOND);
  await report('two', 'us');
  await report('three', 'gone');
  expect(await listRegions({ ...ctx, regionNames: { eu: 'Dublin' } })).toMatchObject({
    data: [
      { id: 'eu', name: 'Dublin', seenAt: null, probers: 0, doubt: null, lastHour: null },
      { id: 'us', name: 'us', seenAt: '2026-11-02T10:00:20.000Z', probers: 2, onItsOwn: false },
    ],
    nextCursor: null,
  });
});

it('says what its living probers say of themselves', async () => {
  await report('dead', 'us', { doubt: { class: 'observer.clock', since: 1 }, waiting: 7 });
  ctx.clock.advance(2 * MINUTE);
  await report('one', 'us', { doubt: { class: 'observer.network', since: START }, waiting: 3, dropped: 2 });
  await report('two', 'us', { onItsOwn: true, waiting: 4 });
  await report('gone', 'us', { ended: true, dropped: 9 });
  expect(await us()).toMatchObject({
    probers: 2,
    doubt: { class: 'observer.network', summary: /Our own network/, since: '2026-11-02T10:00:00.000Z' },
    onItsOwn: true,
    waiting: 7,
    dropped: 2,
  });
});

describe('the work of an hour', () => {
  let serverId: string;
  beforeEach(async () => {
    const body = createServerBody.parse({ url: 'https://a.example/mcp', intervalMs: 10_000 });
    serverId = (await registerServer(ctx, ctx.mine, body)).id;
    await keepHouse(ctx);
  });

  const seen = (dueAt: number, lateMs: number, changes: Partial<RecordedProbe> = {}): RecordedProbe => ({
    workspaceId: ctx.mine.workspaceId,
    serverId,
    scheduledAt: dueAt,
    reason: 'scheduled',
    requestId: null,
    result: probed({ startedAt: dueAt + lateMs }),
    toolList: null,
    surface: null,
    alternate: null,
    suspect: false,
    ...changes,
  });
  /** Every second of these five minutes is handled; what is due in it is given to `work`. */
  const fiveMinutes = async (from: number, work: (dueAt: number, n: number) => RecordedProbe | null) => {
    let n = 0;
    for (let dueAt = from; dueAt < from + 5 * MINUTE; dueAt += SECOND) {
      const { length } = await listDue(ctx, 'us', dueAt);
      await noteTick(ctx, { region: 'us', dueAt, due: length, lateMs: 3 });
      const probe = length > 0 ? work(dueAt, n++) : null;
      if (probe) await recordBatch(ctx, 'us', [probe]);
    }
  };
  const skipped = probed({ outcome: 'unknown', class: 'observer.not_run' });
  const doubted = probed({ outcome: 'down', class: 'observer.network' });

  it('counts what was due, done, skipped, missed and held back, and how late it began', async () => {
    await fiveMinutes(START, (dueAt, n) => {
      if (n < 3) return null;
      if (n < 5) return seen(dueAt, 0, { result: { ...skipped, startedAt: dueAt }, suspect: true });
      if (n < 6) return seen(dueAt, 0, { result: { ...doubted, startedAt: dueAt }, suspect: true });
      return seen(dueAt, n === 29 ? 4_000 : 20);
    });
    ctx.clock.advance(6 * MINUTE);
    await closeFiveMinutes(ctx);
    const work = (await us())?.lastHour;
    expect(work).toMatchObject({ due: 30, done: 25, skipped: 2, missed: 3, suspect: 1 });
    expect(work?.latenessP50Ms).toBeGreaterThan(17);
    expect(work?.latenessP50Ms).toBeLessThan(23);
    expect(work?.latenessP99Ms).toBeGreaterThan(3_600);
  });

  it('counts seconds that nobody handled by who is watched, and what comes late where it belongs', async () => {
    await closeFiveMinutes(ctx);
    await noteTick(ctx, { region: 'us', dueAt: START - MINUTE, due: 0, lateMs: 0 });
    ctx.clock.advance(6 * MINUTE);
    await closeFiveMinutes(ctx);
    expect((await us())?.lastHour).toMatchObject({ due: 30, done: 0, missed: 30, latenessP99Ms: null });
    let dueAt = START;
    while ((await listDue(ctx, 'us', dueAt)).length === 0) dueAt += SECOND;
    await recordBatch(ctx, 'us', [seen(dueAt, 5)]);
    await closeFiveMinutes(ctx);
    expect((await us())?.lastHour).toMatchObject({ due: 30, done: 1, missed: 29 });
  });
});

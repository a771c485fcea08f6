import { closeFiveMinutes, closeHours, listProbes, recordBatch, tidyHistory } from '@alivemcp/services';
import pg from 'pg';
import { MINUTES, noisyDay, seeded } from './noisy-day.ts';
import { startProduct } from './product.ts';
import type { Row } from './result.ts';

const SERVERS = 200;
const DAY_MS = 86_400_000;
const CHECKS = SERVERS * MINUTES;

/** Bytes a check on disk, with indexes, at an interval of 60 s; how long rollups and packing take; how fast packed checks are read. */
export async function benchHistory(): Promise<Row[]> {
  const { services, databaseUrl, targets, stop } = await startProduct(SERVERS);
  const client = new pg.Client({ connectionString: databaseUrl });
  const yesterday = Date.now() - (Date.now() % DAY_MS) - DAY_MS;
  const day = new Date(yesterday).toISOString().slice(0, 10).replaceAll('-', '');
  // Late enough for yesterday to be packed.
  const later = { ...services, clock: { now: () => yesterday + 3.5 * DAY_MS } };
  const rows: Row[] = [];
  const note = (name: string, figure: number, unit: string) =>
    void rows.push({ group: 'history', name, figure, unit, ratio: null });
  const seconds = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return (performance.now() - from) / 1000;
  };
  const size = async (table: string) => {
    const answer = await client.query<{ bytes: string }>('select pg_total_relation_size($1::regclass) as bytes', [
      table,
    ]);
    return Number(answer.rows[0]?.bytes) / CHECKS;
  };
  try {
    await client.connect();
    const random = seeded(1);
    const days = targets.map((target, index) => noisyDay(target, index, yesterday, random));
    // As they come: minute after minute, all servers in each. Rows and index are then as full as they are in life.
    for (let minute = 0; minute < MINUTES; minute++) {
      const clock = { now: () => yesterday + minute * 60_000 };
      const seen = days.flatMap((day) => day[minute] ?? []);
      await recordBatch({ ...services, clock }, 'local', seen);
    }
    note('raw', await size(`probe_result_${day}`), 'bytes/check');
    note('five minutes of a day', await seconds(() => closeFiveMinutes(services)), 's');
    note('hours and days of a day', await seconds(() => closeHours(services)), 's');
    note('five minutes, kept 2 days', await size(`rollup_5min_${day}`), 'bytes/check');
    note('hours, kept 13 months (phases 35 days)', await size('latency_hour'), 'bytes/check');
    note('days, kept for good', await size('latency_day'), 'bytes/check');
    const packing = await seconds(() => tidyHistory(later));
    const packed = await size('packed_day');
    const left = await client.query('select to_regclass($1) as name', [`probe_result_${day}`]);
    if (left.rows[0]?.name !== null) throw new Error('the day was not packed');
    note('packed', packed, 'bytes/check');
    note('packing', CHECKS / packing, 'checks/s');
    const [{ workspaceId = '', serverId = '' } = {}] = targets;
    const scope = { workspaceId, actor: 'system' };
    const pages = 100;
    const reading = await seconds(async () => {
      for (let i = 0; i < pages; i++) await listProbes(services, scope, serverId, {}, { limit: 50 });
    });
    note('a page of 50 packed checks', (reading / pages) * 1000, 'ms');
    return rows;
  } finally {
    await client.end();
    await stop();
  }
}

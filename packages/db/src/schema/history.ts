import {
  bigint,
  boolean,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core';
import { instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

/** How many probes ended how. A suspect result counts as unknown: nobody judges by it. */
const outcomeCounts = () => ({
  up: integer('up').notNull().default(0),
  degraded: integer('degraded').notNull().default(0),
  down: integer('down').notNull().default(0),
  unknown: integer('unknown').notNull().default(0),
});

/** Latency of good probes as sparse counts of logarithmic buckets (`domain/histogram`). */
const histogram = () => ({
  buckets: smallint('buckets').array().notNull(),
  counts: integer('counts').array().notNull(),
});

/** Five minutes of a server in a region, whole probes only. Partitioned by day of `at`; no foreign key, as with raw results. */
export const rollup5min = pgTable(
  'rollup_5min',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    at: instant('at').notNull(),
    ...outcomeCounts(),
    ...histogram(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.serverId, t.at, t.region] })],
);

/** Five minutes of a region's own work: its scheduled probes, and how late they began, as a histogram like that of latency. */
export const region5min = pgTable(
  'region_5min',
  {
    region: text('region').notNull(),
    at: instant('at').notNull(),
    due: integer('due').notNull(),
    done: integer('done').notNull(),
    /** Of those due, not run because they would have been too late. */
    skipped: integer('skipped').notNull(),
    /** Of those done, by a prober that did not trust itself. */
    suspect: integer('suspect').notNull(),
    ...histogram(),
  },
  (t) => [primaryKey({ columns: [t.region, t.at] })],
);

/** An hour of a server in a region. `phase` is a phase's name, or `total`: that row also says how the probes ended. */
export const latencyHour = pgTable(
  'latency_hour',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    hour: instant('hour').notNull(),
    phase: text('phase').notNull(),
    ...outcomeCounts(),
    ...histogram(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.hour, t.region, t.phase] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('latency_hour_time_idx').using('brin', t.hour).with({ pages_per_range: 32, autosummarize: true }),
  ],
);

/** A UTC day of a server in a region: its hours, added up. Kept for good. */
export const latencyDay = pgTable(
  'latency_day',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    day: instant('day').notNull(),
    phase: text('phase').notNull(),
    ...outcomeCounts(),
    ...histogram(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.day, t.region, t.phase] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
  ],
);

/**
 * Buckets of a region that have to be computed again. Written by triggers on what they are made of, and only ever appended to,
 * so that recording waits for nobody: the same bucket may stand here many times.
 */
export const dirtyBucket = pgTable(
  'dirty_bucket',
  {
    level: text('level').$type<'5min' | 'hour' | 'day'>().notNull(),
    region: text('region').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('dirty_bucket_idx').on(t.level, t.at)],
);

/** All results of a server in a region on a UTC day, in the form of `queries/history/pack-checks`. */
export const packedDay = pgTable(
  'packed_day',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    day: date('day').notNull(),
    region: text('region').notNull(),
    /** How many results are in it. */
    checks: integer('checks').notNull(),
    /** Which outcomes occur: bit n for the nth of `OUTCOMES`. A day without what is looked for is not opened. */
    outcomes: smallint('outcomes').notNull(),
    /** What was good has been forgotten. */
    failuresOnly: boolean('failures_only').notNull().default(false),
    content: bytes('content').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.day, t.region] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('packed_day_day_idx').on(t.day, t.failuresOnly),
  ],
);

/** What packing and retention did; a run that found nothing to do is not noted. */
export const housekeepingRun = pgTable('housekeeping_run', {
  id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  at: instant('at').notNull(),
  task: text('task').notNull(),
  /** The day or kind of history it was about. */
  subject: text('subject').notNull(),
  /** How many results, rows or partitions. */
  affected: bigint('affected', { mode: 'number' }).notNull(),
});

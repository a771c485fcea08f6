import type { FailureClass, Outcome, Posture, ProbeReason, ProberHealth, Transcript } from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { failureClass, hex, phaseCodes, protocolCode, reasonLetter } from './check-codes.ts';
import { createdAt, instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

/**
 * Raw results, partitioned by day of `scheduledAt` (see `queries/partitions.ts`). The key makes a result arrive exactly once.
 * Narrow, since there are more of these rows than of all others: the server by its number, columns in an order without gaps.
 * No foreign key: a deleted server's rows leave with their partition.
 */
export const probeResult = pgTable(
  'probe_result',
  {
    scheduledAt: instant('scheduled_at').notNull(),
    startedAt: instant('started_at').notNull(),
    serverNumber: integer('server_number').notNull(),
    durationMs: integer('duration_ms').notNull(),
    latencyMs: integer('latency_ms'),
    toolsCount: integer('tools_count'),
    protocol: protocolCode('protocol'),
    attempts: smallint('attempts').notNull(),
    suspect: boolean('suspect').notNull(),
    region: text('region').notNull(),
    reason: reasonLetter('reason').notNull(),
    outcome: text('outcome').$type<Outcome>().notNull(),
    posture: text('posture').$type<Posture>().notNull(),
    class: failureClass('class').notNull().default(sql`''`),
    phases: phaseCodes('phases').notNull(),
    toolsHash: hex('tools_hash'),
  },
  (t) => [
    primaryKey({ columns: [t.serverNumber, t.scheduledAt, t.region, t.reason] }),
    // Rows come in the order of time: a rollup finds its five minutes without reading the day.
    index('probe_result_time_idx').using('brin', t.scheduledAt).with({ pages_per_range: 32, autosummarize: true }),
  ],
);

/** The exchange behind the first failure of each kind in a region; small, kept long. */
export const probeFailure = pgTable(
  'probe_failure',
  {
    workspaceId: workspaceId(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    scheduledAt: instant('scheduled_at').notNull(),
    reason: text('reason').$type<ProbeReason>().notNull(),
    class: text('class').$type<FailureClass>().notNull(),
    summary: text('summary').notNull(),
    transcript: jsonb('transcript').$type<Transcript>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.serverId, t.region, t.scheduledAt, t.reason] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('probe_failure_time_idx').using('brin', t.scheduledAt).with({ pages_per_range: 32, autosummarize: true }),
  ],
);

/** A wish for a probe outside the clock; an engine turns it into a batch job. */
export const probeRequest = pgTable(
  'probe_request',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    serverId: text('server_id').notNull(),
    region: text('region').notNull(),
    reason: text('reason').$type<ProbeReason>().notNull(),
    scheduledAt: instant('scheduled_at').notNull(),
    createdAt: createdAt(),
    dispatchedAt: instant('dispatched_at'),
    doneAt: instant('done_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('probe_request_waiting_idx').on(t.createdAt).where(sql`dispatched_at is null`),
  ],
);

/** A worker that reports itself; a region without a fresh one is blind. */
export const prober = pgTable('prober', {
  id: text('id').primaryKey(),
  region: text('region').notNull(),
  version: text('version').notNull(),
  startedAt: instant('started_at').notNull(),
  seenAt: instant('seen_at').notNull(),
  health: jsonb('health').$type<ProberHealth>(),
});

/** A second of the clock in a region that an engine has turned into batches, or was too late for. Kept two days. */
export const dispatchTick = pgTable(
  'dispatch_tick',
  {
    region: text('region').notNull(),
    dueAt: instant('due_at').notNull(),
    /** How many probes were due. */
    due: integer('due').notNull(),
    lateMs: integer('late_ms').notNull(),
  },
  (t) => [primaryKey({ columns: [t.region, t.dueAt] })],
);

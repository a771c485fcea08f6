import type { GateRegion, GateState, GateUnmet } from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, instant, workspaceId } from './columns.ts';
import { server } from './server.ts';

/** The newest that a region saw for a gate, and in which of its rounds. */
export type GateSighting = Omit<GateRegion, 'region'> & { round: number; suspect: boolean };

/** A wait for a server to be good after a deploy. It asks all regions in rounds. */
export const gate = pgTable(
  'gate',
  {
    workspaceId: workspaceId(),
    id: text('id').notNull(),
    serverId: text('server_id').notNull(),
    state: text('state').$type<GateState>().notNull(),
    timeoutMs: integer('timeout_ms').notNull(),
    expectHash: text('expect_hash'),
    expectVersion: text('expect_version'),
    createdAt: createdAt(),
    deadlineAt: instant('deadline_at').notNull(),
    endedAt: instant('ended_at'),
    /** Counted from 1. */
    round: integer('round').notNull(),
    /** When its probes were asked for: they carry this time. */
    roundAt: instant('round_at').notNull(),
    /** Set between two rounds; null while one runs. */
    nextRoundAt: instant('next_round_at'),
    goodRounds: integer('good_rounds').notNull().default(0),
    /** The regions that were asked in this round. */
    asked: text('asked').array().notNull(),
    /** By region. */
    sightings: jsonb('sightings').$type<Record<string, GateSighting>>().notNull().default({}),
    /** What did not hold in the last whole round. */
    unmet: jsonb('unmet').$type<GateUnmet[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.serverId], foreignColumns: [server.workspaceId, server.id] }).onDelete(
      'cascade',
    ),
    index('gate_waiting_idx').on(t.workspaceId, t.serverId).where(sql`state = 'waiting'`),
    index('gate_created_idx').on(t.workspaceId, t.createdAt, t.id),
    index('gate_server_idx').on(t.workspaceId, t.serverId, t.createdAt),
  ],
);

import type { Gate } from '@alivemcp/contracts';
import type { GateRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';
import { gateSummary } from './gate-summary.ts';

export function toGate(row: GateRow): Gate {
  const { id, serverId, state, timeoutMs, expectHash, expectVersion, goodRounds, unmet } = row;
  return {
    id,
    serverId,
    state,
    summary: gateSummary(row),
    timeoutMs,
    expectHash,
    expectVersion,
    createdAt: row.createdAt.toISOString(),
    deadlineAt: row.deadlineAt.toISOString(),
    endedAt: isoOrNull(row.endedAt),
    rounds: row.round,
    goodRounds,
    regions: Object.entries(row.sightings)
      .map(([region, { round: _round, suspect: _suspect, ...seen }]) => ({ region, ...seen }))
      .sort((a, b) => (a.region < b.region ? -1 : 1)),
    unmet,
  };
}

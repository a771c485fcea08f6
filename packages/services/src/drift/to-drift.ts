import type { Drift } from '@alivemcp/contracts';
import type { DriftRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';

export const toDrift = (row: DriftRow): Drift => ({
  id: row.id,
  serverId: row.serverId,
  at: row.at.toISOString(),
  class: row.class,
  versionVerdict: row.versionVerdict,
  fromHash: row.fromHash,
  toHash: row.toHash,
  fromVersion: row.fromVersion,
  toVersion: row.toVersion,
  regions: row.regions,
  summary: row.summary,
  changes: row.changes,
  risks: row.risks,
  removals: row.removals,
  tokens:
    row.tokensBefore === null || row.tokensAfter === null ? null : { before: row.tokensBefore, after: row.tokensAfter },
  acceptedAt: isoOrNull(row.acceptedAt),
  acceptedBy: row.acceptedBy,
  acceptedNote: row.acceptedNote,
});

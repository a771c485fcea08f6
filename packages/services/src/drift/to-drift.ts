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
  acceptedAt: isoOrNull(row.acceptedAt),
  acceptedBy: row.acceptedBy,
});

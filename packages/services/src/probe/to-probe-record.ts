import { FAILURE_CLASSES, type ProbeRecord } from '@alivemcp/contracts';
import type { ProbeFailureRow, ProbeResultRow } from '@alivemcp/db';

/** A raw result as the API shows it; `failure` is the exchange kept of it, if one was. */
export function toProbeRecord(
  row: ProbeResultRow,
  failure: Pick<ProbeFailureRow, 'summary' | 'transcript'> | null,
): ProbeRecord {
  const known = row.class === null ? null : FAILURE_CLASSES[row.class];
  return {
    region: row.region,
    reason: row.reason,
    scheduledAt: row.scheduledAt.toISOString(),
    startedAt: row.startedAt.toISOString(),
    outcome: row.outcome,
    posture: row.posture,
    class: row.class,
    summary: failure?.summary ?? (known ? known.sentence || `Failed: ${row.class}` : 'Up'),
    firstAction: known?.firstAction || null,
    durationMs: row.durationMs,
    latencyMs: row.latencyMs,
    phases: row.phases,
    protocol: row.protocol,
    toolsHash: row.toolsHash,
    toolsCount: row.toolsCount,
    attempts: row.attempts,
    suspect: row.suspect,
    transcript: failure?.transcript ?? null,
  };
}

import type { Incident } from '@alivemcp/contracts';
import type { IncidentRow, IncidentUpdateRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';

/** An incident as the API shows it, with its updates (newest first). `now` is epoch ms: an open one has lasted until then. */
export function toIncident(row: IncidentRow, updates: IncidentUpdateRow[], now: number): Incident {
  return {
    id: row.id,
    serverId: row.serverId,
    kind: row.kind,
    state: row.state,
    title: row.title,
    class: row.class,
    summary: row.summary,
    regions: row.regions,
    openedAt: row.openedAt.toISOString(),
    detectedAt: row.detectedAt.toISOString(),
    resolvedAt: isoOrNull(row.resolvedAt),
    durationMs: Math.max(0, (row.resolvedAt?.getTime() ?? now) - row.openedAt.getTime()),
    acknowledgedAt: isoOrNull(row.acknowledgedAt),
    acknowledgedBy: row.acknowledgedBy,
    version: row.version,
    updates: updates.map(({ id, at, state, body, author }) => ({ id, at: at.toISOString(), state, body, author })),
  };
}

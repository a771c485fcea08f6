import { cleanLine, cleanText, FAILURE_CLASSES, type PublicIncident } from '@alivemcp/contracts';
import { type IncidentRow, type IncidentUpdateRow, listIncidentUpdates, listRecentIncidents } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';

const RESOLVED_WITHIN_MS = 14 * 86_400_000;
/** A server that flaps all day must not make the page endless. */
const MAX_INCIDENTS = 100;

export type ShownServer = { id: string; shownName: string; isPublic: boolean };

/** Incidents of these servers for strangers: open ones first, then those resolved in the last 14 days, newest first. */
export async function readPublicIncidents(
  ctx: ServiceContext,
  workspaceId: string,
  servers: ShownServer[],
): Promise<PublicIncident[]> {
  const { db } = ctx.database;
  const now = ctx.clock.now();
  const serverOf = new Map(servers.map((server) => [server.id, server]));
  const resolvedSince = new Date(now - RESOLVED_WITHIN_MS);
  const rows = await listRecentIncidents(db, workspaceId, [...serverOf.keys()], resolvedSince, MAX_INCIDENTS);
  const updates = await listIncidentUpdates(
    db,
    workspaceId,
    rows.map((row) => row.id),
  );
  const ofIncident = Map.groupBy(updates, (update) => update.incidentId);
  return rows.flatMap((row) => {
    const server = serverOf.get(row.serverId);
    return server ? [toPublicIncident(row, ofIncident.get(row.id) ?? [], server, now)] : [];
  });
}

function toPublicIncident(
  row: IncidentRow,
  updates: IncidentUpdateRow[],
  { shownName, isPublic }: ShownServer,
  now: number,
): PublicIncident {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    // An automatic title has the server's own name, which the page may not show.
    title: row.kind === 'manual' ? cleanLine(row.title) : `${shownName} is ${row.kind}`,
    serverId: row.serverId,
    serverName: shownName,
    openedAt: row.openedAt.toISOString(),
    resolvedAt: isoOrNull(row.resolvedAt),
    durationMs: Math.max(0, (row.resolvedAt?.getTime() ?? now) - row.openedAt.getTime()),
    updates: updates.map((update) => ({
      id: update.id,
      at: update.at.toISOString(),
      state: update.state,
      body: isPublic ? cleanText(update.body) : withoutDetail(update, row),
    })),
  };
}

/** What a probe said may name the address of a private server: strangers get the general sentence. */
function withoutDetail({ author, body }: IncidentUpdateRow, row: IncidentRow): string {
  if (author !== 'system' || body !== row.summary) return cleanText(body);
  return row.class ? FAILURE_CLASSES[row.class].sentence : `The server is ${row.kind}.`;
}

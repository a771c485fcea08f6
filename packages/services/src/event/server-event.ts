import type { EventData } from '@alivemcp/contracts';
import type { schema } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

type ServerRow = Pick<
  typeof schema.server.$inferSelect,
  'workspaceId' | 'id' | 'name' | 'url' | 'slug' | 'tags' | 'public'
>;
type Facts = Omit<EventData, 'workspaceId' | 'server' | 'links'>;

/** The data of an event about a server; the links lead to the server, its public page and its incident. */
export function serverEventData(ctx: Pick<ServiceContext, 'publicUrl'>, server: ServerRow, facts: Facts): EventData {
  const links: Record<string, string> = { server: `${ctx.publicUrl}/api/v1/servers/${server.id}` };
  if (server.public) links.page = `${ctx.publicUrl}/s/${server.slug}`;
  if (facts.incident) links.incident = `${ctx.publicUrl}/api/v1/incidents/${facts.incident.id}`;
  if (facts.drift) links.drift = `${ctx.publicUrl}/api/v1/servers/${server.id}/drift/${facts.drift.id}`;
  return {
    workspaceId: server.workspaceId,
    server: { id: server.id, name: server.name, url: server.url, slug: server.slug, tags: server.tags },
    ...facts,
    links,
  };
}

/** An incident as an event carries it. */
export function incidentFacts(row: typeof schema.incident.$inferSelect): NonNullable<EventData['incident']> {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    title: row.title,
    openedAt: row.openedAt.toISOString(),
    resolvedAt: row.resolvedAt?.toISOString() ?? null,
    durationMs: row.resolvedAt ? row.resolvedAt.getTime() - row.openedAt.getTime() : null,
    version: row.version,
    acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  };
}

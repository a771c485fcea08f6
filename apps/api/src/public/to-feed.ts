import type { PublicDrift, PublicIncident, ServerPageView, StatusPageView } from '@alivemcp/contracts';
import type { PublicChangelog, ServerDrift } from '@alivemcp/services';
import type { Feed, FeedEntry } from './atom.ts';

/** News of one server. */
export function toServerFeed({ server, incidents, drifts }: ServerPageView, publicUrl: string): Feed {
  const pageUrl = `${publicUrl}/s/${server.slug}`;
  const { name } = server;
  return {
    id: server.id,
    title: name,
    pageUrl,
    selfUrl: `${pageUrl}/feed.atom`,
    updated: server.since,
    entries: [...incidents.map(incidentEntry), ...drifts.map((drift) => driftEntry(drift, name))],
  };
}

/** News of all servers of a status page. */
export function toStatusFeed(view: StatusPageView, drifts: ServerDrift[], publicUrl: string): Feed {
  const pageUrl = `${publicUrl}/status/${view.slug}`;
  return {
    id: view.id,
    title: view.title,
    pageUrl,
    selfUrl: `${pageUrl}/feed.atom`,
    updated: view.updatedAt,
    entries: [...view.incidents.map(incidentEntry), ...drifts.map((drift) => driftEntry(drift, drift.serverName))],
  };
}

/** The contract history of one server. */
export function toChangelogFeed({ serverId, serverName, updatedAt, entries }: PublicChangelog, pageUrl: string): Feed {
  return {
    id: `${serverId}/changelog`,
    title: `Changelog of ${serverName}`,
    pageUrl,
    selfUrl: `${pageUrl}/changelog.atom`,
    updated: updatedAt,
    entries: entries.map(({ id, at, title, text }) => ({ id, title, published: at, updated: at, content: text })),
  };
}

function incidentEntry({ id, kind, title, serverName, openedAt, resolvedAt, updates }: PublicIncident): FeedEntry {
  const times = [openedAt, resolvedAt ?? openedAt, ...updates.map((update) => update.at)];
  return {
    id,
    title: kind === 'manual' ? `${serverName}: ${title}` : title,
    published: openedAt,
    updated: times.reduce((a, b) => (a > b ? a : b)),
    content: updates.map(({ at, state, body }) => `${at} ${state}: ${body}`).join('\n\n'),
  };
}

const driftEntry = ({ id, at, class: driftClass, summary }: PublicDrift, serverName: string): FeedEntry => ({
  id,
  title: `${serverName}: the tools changed (${driftClass})`,
  published: at,
  updated: at,
  content: summary,
});

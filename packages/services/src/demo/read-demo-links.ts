import { findDemo, listServerRows, listStatusPageRows } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { DEMO_EMAIL } from './seed-demo.ts';

/** Where to look at the demo. What was deleted or hidden since is null. */
export type DemoLinks = { email: string; statusPage: string | null; server: string | null; badge: string | null };

const ALL = { after: null, limit: 1000 };

/** The page of the demo, that of the server at `serverUrl`, and the badge of the one at `badgeUrl`. */
export async function readDemoLinks(ctx: ServiceContext, serverUrl: string, badgeUrl: string): Promise<DemoLinks> {
  const { db } = ctx.database;
  const demo = await findDemo(db);
  const pages = demo ? await listStatusPageRows(db, demo.workspace.id, ALL) : [];
  const servers = demo ? await listServerRows(db, demo.workspace.id, {}, ALL) : [];
  const slugOf = (url: string) => servers.find(({ server }) => server.url === url && server.public)?.server.slug;
  const link = (path: string, slug: string | undefined, ending = '') =>
    slug === undefined ? null : `${ctx.publicUrl}/${path}/${slug}${ending}`;
  return {
    email: DEMO_EMAIL,
    statusPage: link('status', pages.find((page) => page.published)?.slug),
    server: link('s', slugOf(serverUrl)),
    badge: link('badge', slugOf(badgeUrl), '.svg'),
  };
}

import { AppError, type CreateStatusPageBody, type StatusPage } from '@alivemcp/contracts';
import { type Db, insertStatusPage, listTakenPageSlugs, replacePagePlaces, type StatusPageRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { findFreeSlug, slugOfTitle } from '../server/slug.ts';
import { checkPlaces } from './check-places.ts';
import { slugTaken } from './taken.ts';
import { toStatusPage } from './to-status-page.ts';

const SLUG_TRIES = 5;

/** Stores nothing when a server is not of the workspace (`server_unknown`) or the given slug is taken. */
export async function createStatusPage(
  ctx: ServiceContext,
  scope: Scope,
  { slug, servers, ...fields }: CreateStatusPageBody,
): Promise<StatusPage> {
  const { workspaceId } = scope;
  const now = ctx.clock.now();
  const id = newId('statusPage', now);
  const at = new Date(now);
  return ctx.database.transaction(async (tx) => {
    await checkPlaces(tx, workspaceId, servers);
    const row = await insertUnderSlug(tx, { ...fields, workspaceId, id, createdAt: at, updatedAt: at }, slug);
    await replacePagePlaces(tx, workspaceId, id, servers);
    const detail = { title: row.title, slug: row.slug };
    await appendAudit(tx, ctx, scope, { action: 'status_page.created', target: id, detail });
    return toStatusPage(row, servers, ctx.publicUrl);
  });
}

/** Inserts under the given slug, or under a free one like the title; losing a race only costs another try. */
async function insertUnderSlug(tx: Db, fields: Omit<StatusPageRow, 'slug'>, given?: string): Promise<StatusPageRow> {
  const base = slugOfTitle(fields.title);
  const listTaken = (slugs: string[]) => listTakenPageSlugs(tx, slugs);
  for (let i = 0; i < SLUG_TRIES; i++) {
    const row = await insertStatusPage(tx, { ...fields, slug: given ?? (await findFreeSlug(listTaken, base, i > 1)) });
    if (row) return row;
    if (given !== undefined) throw slugTaken();
  }
  throw new AppError('slug_taken', `No free slug like ${base} was found; choose one.`);
}

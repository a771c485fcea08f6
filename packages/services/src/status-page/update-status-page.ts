import type { StatusPage, UpdateStatusPageBody } from '@alivemcp/contracts';
import { type Db, lockStatusPage, replacePagePlaces, updateStatusPageRow } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { checkPlaces } from './check-places.ts';
import { getStatusPage } from './get-status-page.ts';
import { asTaken } from './taken.ts';

/** Changes a status page; `servers` replaces the whole list. Throws `server_unknown` and `slug_taken`. */
export async function updateStatusPage(
  ctx: ServiceContext,
  scope: Scope,
  pageId: string,
  { servers, ...body }: UpdateStatusPageBody,
): Promise<StatusPage> {
  const { workspaceId } = scope;
  const patch = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const fields = [...Object.keys(patch), ...(servers ? ['servers'] : [])];
  if (fields.length === 0) return getStatusPage(ctx, scope, pageId);
  const change = async (tx: Db) => {
    found(await lockStatusPage(tx, workspaceId, pageId), 'status page');
    if (servers) {
      await checkPlaces(tx, workspaceId, servers);
      await replacePagePlaces(tx, workspaceId, pageId, servers);
    }
    await updateStatusPageRow(tx, workspaceId, pageId, { ...patch, updatedAt: new Date(ctx.clock.now()) });
    await appendAudit(tx, ctx, scope, { action: 'status_page.updated', target: pageId, detail: { fields } });
  };
  await ctx.database.transaction(change).catch((error: unknown) => {
    throw asTaken(error);
  });
  return getStatusPage(ctx, scope, pageId);
}

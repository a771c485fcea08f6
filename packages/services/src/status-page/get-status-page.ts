import type { StatusPage } from '@alivemcp/contracts';
import { findStatusPage, listPagePlaces } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toStatusPage } from './to-status-page.ts';

export async function getStatusPage(ctx: ServiceContext, scope: Scope, pageId: string): Promise<StatusPage> {
  const { db } = ctx.database;
  const row = found(await findStatusPage(db, scope.workspaceId, pageId), 'status page');
  return toStatusPage(row, await listPagePlaces(db, scope.workspaceId, [pageId]), ctx.publicUrl);
}

import type { Incident } from '@alivemcp/contracts';
import { findIncident } from '@alivemcp/db';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { withUpdates } from './with-updates.ts';

export async function getIncident(ctx: ServiceContext, scope: Scope, incidentId: string): Promise<Incident> {
  const { db } = ctx.database;
  const row = found(await findIncident(db, scope.workspaceId, incidentId), 'incident');
  const [incident] = await withUpdates(db, ctx, scope.workspaceId, [row]);
  return found(incident, 'incident');
}

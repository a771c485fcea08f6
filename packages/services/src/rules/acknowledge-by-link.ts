import { findIncident, type IncidentRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { acknowledgeIncident } from '../incident/acknowledge-incident.ts';
import { readAlertLink } from './alert-links.ts';

/** Who acknowledges or mutes by a link: whoever got the alert. */
export const LINK_ACTOR = 'link';

export type LinkedIncident = { title: string; state: 'open' | 'acknowledged' | 'over' };

/** What a link would acknowledge; null when it is none of ours any more. Changes nothing. */
export async function readAcknowledgeLink(ctx: ServiceContext, token: string): Promise<LinkedIncident | null> {
  const row = await findLinked(ctx, token);
  return row && linkedOf(row);
}

/** Acknowledges the incident of a link. Once is as good as twice, and what is over needs nobody. */
export async function acknowledgeByLink(ctx: ServiceContext, token: string): Promise<LinkedIncident | null> {
  const row = await findLinked(ctx, token);
  if (!row) return null;
  const before = linkedOf(row);
  if (before.state !== 'open') return before;
  await acknowledgeIncident(ctx, { workspaceId: row.workspaceId, actor: LINK_ACTOR }, row.id);
  return { ...before, state: 'acknowledged' };
}

async function findLinked(ctx: ServiceContext, token: string): Promise<IncidentRow | null> {
  const ref = readAlertLink(ctx, 'acknowledge', token);
  return ref && findIncident(ctx.database.db, ref.workspaceId, ref.targetId);
}

const linkedOf = ({ title, resolvedAt, acknowledgedAt }: IncidentRow): LinkedIncident => ({
  title,
  state: resolvedAt ? 'over' : acknowledgedAt ? 'acknowledged' : 'open',
});

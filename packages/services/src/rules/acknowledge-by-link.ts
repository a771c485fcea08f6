import { findIncident, type IncidentRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { acknowledgeIncident } from '../incident/acknowledge-incident.ts';
import { readAlertLink } from './alert-links.ts';

/** Who acknowledges or mutes by a link: whoever got the alert. */
export const LINK_ACTOR = 'link';

export type LinkedIncident = { title: string; state: 'open' | 'acknowledged' | 'over' };

/** What a link would acknowledge; null when it is none of ours any more. Changes nothing. */
export async function readAcknowledgeLink(ctx: ServiceContext, token: string): Promise<LinkedIncident | null> {
  const ref = readAlertLink(ctx, 'acknowledge', token);
  const row = ref && (await findIncident(ctx.database.db, ref.workspaceId, ref.targetId));
  return row && { title: row.title, state: stateOf(row) };
}

/** Acknowledges the incident of a link. Once is as good as twice, and what is over needs nobody. */
export async function acknowledgeByLink(ctx: ServiceContext, token: string): Promise<LinkedIncident | null> {
  const before = await readAcknowledgeLink(ctx, token);
  const ref = readAlertLink(ctx, 'acknowledge', token);
  if (!ref || before?.state !== 'open') return before;
  const { workspaceId, targetId } = ref;
  await acknowledgeIncident(ctx, { workspaceId, actor: LINK_ACTOR }, targetId);
  return { ...before, state: 'acknowledged' };
}

const stateOf = ({ resolvedAt, acknowledgedAt }: IncidentRow): LinkedIncident['state'] =>
  resolvedAt ? 'over' : acknowledgedAt ? 'acknowledged' : 'open';

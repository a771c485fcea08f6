import {
  type Audience,
  type DueNotice,
  insertNotice,
  listDueNotices,
  listNotices,
  lockUnacknowledged,
} from '@alivemcp/db';
import { quietUntil } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { incidentEventData } from '../incident/incident-event.ts';
import { findRules, NO_RULES, type Rules } from './find-rules.ts';

/**
 * Reminds of outages that go on, and tells the next channel of those that nobody has acknowledged; each number once. In quiet hours
 * nobody is reminded: what is due then is told once when they end. Safe to run from several engines. Returns how many were told.
 */
export async function tellNotices(ctx: ServiceContext): Promise<number> {
  let told = 0;
  for (const due of await listDueNotices(ctx.database.db, new Date(ctx.clock.now())))
    if (await tellNotice(ctx, due)) told++;
  return told;
}

async function tellNotice(
  ctx: ServiceContext,
  { workspaceId, incidentId, serverId, kind }: DueNotice,
): Promise<boolean> {
  return ctx.database.transaction(async (tx) => {
    const now = ctx.clock.now();
    const about = await lockUnacknowledged(tx, workspaceId, incidentId);
    if (!about) return false;
    const [{ rules } = { rules: NO_RULES }] = await findRules(tx, [{ workspaceId, serverId }]);
    if (rules.quietHours && quietUntil(rules.quietHours, now) !== null) return false;
    const before = await listNotices(tx, workspaceId, incidentId, kind);
    // Another engine may have told it since this one looked.
    const isDue =
      kind === 'escalation'
        ? before.length === 0
        : now >= (before.at(-1)?.at.getTime() ?? 0) + (rules.remindEveryMs ?? 0);
    const audience = isDue ? audienceOf(kind, rules) : null;
    if (!audience) return false;
    const number = before.length + 1;
    if (!(await insertNotice(tx, { workspaceId, incidentId, kind, number, at: new Date(now) }))) return false;
    const type = kind === 'reminder' ? 'incident.reminder' : 'incident.escalated';
    const minutes = Math.floor((now - about.incident.openedAt.getTime()) / 60_000);
    const data = incidentEventData(
      ctx,
      about,
      about.incident,
      `Down for ${spanOf(minutes)}. Nobody has acknowledged it.`,
    );
    await emitEvent(tx, ctx, { type, at: now, incidentId, data }, audience);
    return true;
  });
}

function audienceOf(kind: DueNotice['kind'], { remindEveryMs, escalateChannelId }: Rules): Audience | null {
  if (kind === 'reminder') return remindEveryMs === null ? null : { kind: 'heard' };
  return escalateChannelId === null ? null : { kind: 'channel', channelId: escalateChannelId };
}

const spanOf = (minutes: number): string => {
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : `${hours} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`;
};

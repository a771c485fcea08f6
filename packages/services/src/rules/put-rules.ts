import { type AlertRules, AppError, type FieldError, type PutRulesBody } from '@alivemcp/contracts';
import { type Db, findServer, listKnownChannels, putRule } from '@alivemcp/db';
import { appendAudit } from '../audit/append-audit.ts';
import type { Scope, ServiceContext } from '../context.ts';
import { found } from '../not-found.ts';
import { toRules } from './to-rules.ts';

/** Replaces the default rules of a workspace. What is held already stays held. Throws `invalid` for a channel that is not there. */
export function putRules(ctx: ServiceContext, scope: Scope, body: PutRulesBody): Promise<AlertRules> {
  return ctx.database.transaction((tx) => put(tx, ctx, scope, null, body));
}

/** Gives a server rules of its own, in whose place those of the workspace count no more. */
export function putServerRules(
  ctx: ServiceContext,
  scope: Scope,
  serverId: string,
  body: PutRulesBody,
): Promise<AlertRules> {
  return ctx.database.transaction(async (tx) => {
    found(await findServer(tx, scope.workspaceId, serverId), 'server');
    return put(tx, ctx, scope, serverId, body);
  });
}

async function put(
  tx: Db,
  ctx: ServiceContext,
  scope: Scope,
  serverId: string | null,
  { escalate, ...rules }: PutRulesBody,
): Promise<AlertRules> {
  const { workspaceId } = scope;
  await checkChannels(tx, workspaceId, { escalate, ...rules });
  const row = await putRule(tx, {
    workspaceId,
    serverId,
    ...rules,
    escalateAfterMs: escalate?.afterMs ?? null,
    escalateChannelId: escalate?.channelId ?? null,
    updatedAt: new Date(ctx.clock.now()),
  });
  await appendAudit(tx, ctx, scope, {
    action: 'rules.changed',
    target: serverId ?? workspaceId,
    detail: { ...rules, escalate },
  });
  return toRules(row, serverId !== null);
}

async function checkChannels(tx: Db, workspaceId: string, { routes, escalate }: PutRulesBody): Promise<void> {
  const named = routes.flatMap(({ channelIds }, i) =>
    channelIds.map((id, j) => ({ id, pointer: `/routes/${i}/channelIds/${j}` })),
  );
  if (escalate) named.push({ id: escalate.channelId, pointer: '/escalate/channelId' });
  const ids = [...new Set(named.map(({ id }) => id))];
  const known = await listKnownChannels(tx, workspaceId, ids);
  const errors: FieldError[] = named.flatMap(({ id, pointer }) =>
    known.has(id) ? [] : [{ pointer, message: 'there is no such channel' }],
  );
  if (errors.length > 0) throw new AppError('invalid', 'These rules name channels that do not exist.', errors);
}

import { type EventData, type EventType, MAX_EVENT_SERVERS } from '@alivemcp/contracts';
import {
  type Db,
  listDeliveryRows,
  listDueDigests,
  listStormed,
  lockChannel,
  mergeDeliveries,
  updateDelivery,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { phaseOf } from './phase-of.ts';

const WORDS = {
  'servers.down': 'They went down within two minutes. The first ones were told one by one.',
  'servers.recovered': 'They went down together with others.',
} as const;

type Digest = keyof typeof WORDS;
type Stormed = Awaited<ReturnType<typeof listStormed>>[number];

/**
 * Makes one message a channel of what a storm holds: one of the servers that went down, and the next time
 * one of those that came back, so that it arrives after it. Safe to
 * run from several engines. Returns how many messages were made.
 */
export async function tellDigests(ctx: ServiceContext): Promise<number> {
  const now = new Date(ctx.clock.now());
  let made = 0;
  for (const { workspaceId, channelId } of await listDueDigests(ctx.database.db, now)) {
    made += await ctx.database.transaction(async (tx) => {
      await lockChannel(tx, workspaceId, channelId);
      const held = await listStormed(tx, workspaceId, channelId, now);
      const byDigest = Map.groupBy(held, ({ type }) => digestOf(type));
      const digest = byDigest.has('servers.down') ? 'servers.down' : 'servers.recovered';
      return tellDigest(tx, ctx, { workspaceId, channelId }, digest, byDigest.get(digest) ?? []);
    });
  }
  return made;
}

const digestOf = (type: EventType): Digest => (phaseOf(type) === 'end' ? 'servers.recovered' : 'servers.down');

async function tellDigest(
  tx: Db,
  ctx: ServiceContext,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  type: Digest,
  held: Stormed[],
): Promise<number> {
  const [first] = held;
  if (!first) return 0;
  const servers = serversOf(held);
  if (servers.length === 0) {
    // All of them were deleted meanwhile.
    for (const { id } of held) await updateDelivery(tx, workspaceId, id, { state: 'cancelled', cancelledFor: 'over' });
    return 0;
  }
  const data: EventData = {
    workspaceId,
    server: null,
    sequence: 0,
    dedupKey: `${type}:${first.id}`,
    summary: WORDS[type],
    servers: servers.slice(0, MAX_EVENT_SERVERS),
    serverCount: servers.length,
    links: { servers: `${ctx.publicUrl}/api/v1/servers?status=down` },
  };
  const eventId = await emitEvent(tx, ctx, { type, at: ctx.clock.now(), data }, { kind: 'channel', channelId });
  const [into] = await listDeliveryRows(tx, workspaceId, { eventId }, { after: null, limit: 1 });
  const merges = into ? held.map(({ id }) => ({ workspaceId, id, into: into.id })) : [];
  await mergeDeliveries(tx, merges);
  return 1;
}

/** Each server once, in the order in which it happened. */
function serversOf(held: Stormed[]): NonNullable<EventData['servers']> {
  const byId = new Map(
    held.map(({ serverId, name, incidentId }) => [serverId, { id: serverId ?? '', name: name ?? '', incidentId }]),
  );
  return [...byId.values()].filter(({ id }) => id !== '');
}

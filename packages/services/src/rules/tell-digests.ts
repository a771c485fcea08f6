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

type Digest = 'down' | 'escalated' | 'recovered';

/** In the order in which they are told. */
const DIGESTS: Record<Digest, { type: 'servers.down' | 'servers.recovered'; summary: string; combines?: EventType[] }> =
  {
    down: {
      type: 'servers.down',
      summary: 'They went down within two minutes. The first ones were told one by one.',
    },
    escalated: {
      type: 'servers.down',
      summary: 'Nobody has acknowledged it.',
      combines: ['incident.escalated'],
    },
    recovered: { type: 'servers.recovered', summary: 'They went down together with others.' },
  };
type Stormed = Awaited<ReturnType<typeof listStormed>>[number];

/**
 * Makes one message a channel of what a storm holds: one of the servers that went down, the next time one of those that nobody
 * has acknowledged, then one of those that came back, so that each arrives after the one before. Safe to run from several engines.
 * Returns how many messages were made.
 */
export async function tellDigests(ctx: ServiceContext): Promise<number> {
  const now = new Date(ctx.clock.now());
  let made = 0;
  for (const { workspaceId, channelId } of await listDueDigests(ctx.database.db, now)) {
    made += await ctx.database.transaction(async (tx) => {
      await lockChannel(tx, workspaceId, channelId);
      const held = await listStormed(tx, workspaceId, channelId, now);
      const byDigest = Map.groupBy(held, ({ type }) => digestOf(type));
      const digest = (Object.keys(DIGESTS) as Digest[]).find((each) => byDigest.has(each));
      return digest ? tellDigest(tx, ctx, { workspaceId, channelId }, digest, byDigest.get(digest) ?? []) : 0;
    });
  }
  return made;
}

function digestOf(type: EventType): Digest {
  if (type === 'incident.escalated') return 'escalated';
  return phaseOf(type) === 'end' ? 'recovered' : 'down';
}

async function tellDigest(
  tx: Db,
  ctx: ServiceContext,
  { workspaceId, channelId }: { workspaceId: string; channelId: string },
  digest: Digest,
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
  const { type, summary, combines } = DIGESTS[digest];
  const data: EventData = {
    workspaceId,
    server: null,
    sequence: 0,
    dedupKey: `${type}:${first.id}`,
    summary,
    ...(combines && { combines }),
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

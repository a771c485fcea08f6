import { type Audience, type Db, insertEvents, mergeDeliveries } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { newId } from '../new-id.ts';
import { loadAlertCases } from '../rules/alert-case.ts';
import { cancelLeftBehind, cancelOutdated } from '../rules/cancel-outdated.ts';
import { findRules } from '../rules/find-rules.ts';
import { planDeliveries } from '../rules/plan-deliveries.ts';
import { findStormy } from '../rules/storm.ts';
import { factsBefore } from './facts-before.ts';
import { lockLate, type Message, messagesOf } from './late-news.ts';
import type { NewEvent, News } from './new-event.ts';
import { pagesOf } from './pages-of.ts';
import { serializeEvent } from './serialize-event.ts';

type Ctx = Pick<ServiceContext, 'clock' | 'publicUrl'>;

/** The same of one event. Returns its id. */
export async function emitEvent(
  tx: Db,
  ctx: Ctx,
  event: NewEvent,
  audience: Audience = { kind: 'subscribed' },
): Promise<string> {
  const [id = ''] = await emitEvents(tx, ctx, [{ event, audience }]);
  return id;
}

/**
 * Writes events and one delivery for each channel they go to by the rules, inside the caller's transaction, and tells browsers to
 * look again. The database is asked about many at once: thousands of servers may go in the same minute. Returns the ids of the
 * events, in their order. The bytes written here are the bytes that are signed and sent.
 */
export async function emitEvents(tx: Db, ctx: Ctx, news: readonly News[]): Promise<string[]> {
  const now = ctx.clock.now();
  const events = news.map(({ event }) => event);
  const stormy = await findStormy(tx, events);
  const facts = await factsBefore(tx, events, now);
  const inForce = await findRules(
    tx,
    events.map(({ data }) => ({ workspaceId: data.workspaceId, serverId: data.server?.id ?? null })),
  );
  const known = news.map(({ event, audience }, i) => ({
    event: withFacts(ctx, event, facts.get(event)),
    audience,
    ...(inForce[i] as (typeof inForce)[number]),
    inStorm: stormy.has(event),
  }));
  const ids = new Map<NewEvent, string>();
  for (const round of inRounds(known)) for (const [event, id] of await emitRound(tx, ctx, round)) ids.set(event, id);
  return known.map(({ event }) => ids.get(event) ?? '');
}

type Known = Parameters<typeof loadAlertCases>[1][number];

const withFacts = (ctx: Ctx, event: NewEvent, facts: Partial<NewEvent['data']> = {}): NewEvent => ({
  ...event,
  data: { ...event.data, ...facts, pages: pagesOf(ctx.publicUrl, event.data) },
});

/** Of a server or an incident one event at a time: each goes by what the one before it has left. */
function inRounds(known: readonly Known[]): Known[][] {
  const rounds: Known[][] = [];
  const emitted = new Map<string, number>();
  for (const one of known) {
    const { data, incidentId } = one.event;
    const about = data.server?.id ?? incidentId ?? data.dedupKey;
    const round = emitted.get(about) ?? 0;
    emitted.set(about, round + 1);
    rounds[round] = [...(rounds[round] ?? []), one];
  }
  return rounds;
}

async function emitRound(tx: Db, ctx: Ctx, known: Known[]): Promise<Map<NewEvent, string>> {
  const now = ctx.clock.now();
  const at = new Date(now);
  await cancelOutdated(tx, known, at);
  const cases = await loadAlertCases(tx, known, now);
  const late = await lockLate(tx, cases, at);
  const told = cases.map((about) => ({ event: about.event, planned: planDeliveries(about, now) }));
  const messages = told.flatMap(({ event, planned }) =>
    messagesOf(event, planned, late.get(event.incidentId ?? '') ?? []),
  );
  const ids = await writeMessages(tx, messages, now);
  await cancelLeftBehind(tx, told, at);
  return ids;
}

/** Returns the ids of the events. What is held for a digest is never due by itself. */
async function writeMessages(tx: Db, messages: Message[], now: number): Promise<Map<NewEvent, string>> {
  const createdAt = new Date(now);
  const events = messages.map(({ event: { type, at, data, incidentId = null } }) => ({
    workspaceId: data.workspaceId,
    id: newId('event', now),
    type,
    serverId: data.server?.id ?? null,
    incidentId,
    at: new Date(at),
    body: serializeEvent(type, at, data),
  }));
  const idOf = new Map(messages.map(({ event }, i) => [event, events[i]?.id ?? '']));
  const deliveries = messages.flatMap(({ event, planned }) =>
    planned.map(({ channelId, hold, cancelledFor }) => {
      const heldUntil = hold && new Date(hold.until);
      return {
        workspaceId: event.data.workspaceId,
        id: newId('delivery', now),
        eventId: idOf.get(event) ?? '',
        channelId,
        createdAt,
        state: cancelledFor === null ? ('pending' as const) : ('cancelled' as const),
        cancelledFor,
        heldUntil,
        heldFor: hold?.for ?? null,
        nextAttemptAt: cancelledFor !== null || hold?.for === 'storm' ? null : (heldUntil ?? createdAt),
      };
    }),
  );
  await insertEvents(tx, events, deliveries);
  const saidBy = new Map(messages.map(({ event, says }) => [idOf.get(event), says]));
  await mergeDeliveries(
    tx,
    deliveries.flatMap(({ workspaceId, id: into, eventId, channelId }) =>
      (saidBy.get(eventId)?.get(channelId) ?? []).map(({ id }) => ({ workspaceId, id, into })),
    ),
  );
  return idOf;
}

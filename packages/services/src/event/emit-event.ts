import type { Audience, Db } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { loadAlertCases } from '../rules/alert-case.ts';
import { cancelLeftBehind, cancelOutdated } from '../rules/cancel-outdated.ts';
import { findRules } from '../rules/find-rules.ts';
import { planDeliveries } from '../rules/plan-deliveries.ts';
import { findStormy } from '../rules/storm.ts';
import { factsBefore } from './facts-before.ts';
import { inRounds } from './in-rounds.ts';
import { lockLate, messagesOf } from './late-news.ts';
import type { NewEvent, News } from './new-event.ts';
import { pagesOf } from './pages-of.ts';
import { writeMessages } from './write-messages.ts';

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
  const known = await findRules(
    tx,
    news.map(({ event, audience }) => ({
      workspaceId: event.data.workspaceId,
      serverId: event.data.server?.id ?? null,
      event: withFacts(ctx, event, facts.get(event)),
      audience,
      inStorm: stormy.has(event),
    })),
  );
  const ids = new Map<NewEvent, string>();
  for (const round of inRounds(known)) for (const [event, id] of await emitRound(tx, ctx, round)) ids.set(event, id);
  return known.map(({ event }) => ids.get(event) ?? '');
}

const withFacts = (ctx: Ctx, event: NewEvent, facts: Partial<NewEvent['data']> = {}): NewEvent => ({
  ...event,
  data: { ...event.data, ...facts, pages: pagesOf(ctx.publicUrl, event.data) },
});

async function emitRound(
  tx: Db,
  ctx: Ctx,
  known: Parameters<typeof loadAlertCases>[1],
): Promise<Map<NewEvent, string>> {
  const now = ctx.clock.now();
  const at = new Date(now);
  await cancelOutdated(tx, known, at);
  const cases = await loadAlertCases(tx, known, now);
  const late = await lockLate(tx, cases, at);
  const messages = cases.flatMap((about) =>
    messagesOf(about, planDeliveries(about, now), late.get(about.event.incidentId ?? '') ?? []),
  );
  const ids = await writeMessages(tx, messages, now);
  await cancelLeftBehind(
    tx,
    cases.map(({ event }) => event),
    at,
  );
  return ids;
}

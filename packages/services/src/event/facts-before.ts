import type { EventData, EventType } from '@alivemcp/contracts';
import { type AlertFacts, type Db, listAlertFacts } from '@alivemcp/db';
import type { NewEvent } from './new-event.ts';

/** Events of which people ask what was before. Those of an incident come with one of them. */
const ASKED: readonly EventType[] = [
  'server.down',
  'server.degraded',
  'server.recovered',
  'server.unknown',
  'server.regional',
  'latency.breached',
];

type Facts = Pick<EventData, 'lastGoodAt' | 'latency'>;

/** By event: the last good probe, and the latency now against the usual one. */
export async function factsBefore(tx: Db, events: readonly NewEvent[], now: number): Promise<Map<NewEvent, Facts>> {
  const asked = events.flatMap((event) => {
    const { workspaceId, server } = event.data;
    return server && ASKED.includes(event.type) ? [{ event, workspaceId, serverId: server.id }] : [];
  });
  const facts = await listAlertFacts(tx, asked, now);
  return new Map(asked.map(({ event }, i) => [event, toFacts(facts[i])]));
}

function toFacts({ lastGoodAt = null, normalMs = [], latestMs = [] }: Partial<AlertFacts> = {}): Facts {
  const usual = median(normalMs);
  return {
    lastGoodAt: lastGoodAt?.toISOString() ?? null,
    ...(usual !== null && { latency: { nowMs: median(latestMs), normalMs: usual } }),
  };
}

function median(values: readonly number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

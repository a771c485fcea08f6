import type { EventData, EventType } from '@alivemcp/contracts';
import { type Db, readAlertFacts } from '@alivemcp/db';

/** Events of which people ask what was before. Those of an incident come with one of them. */
const ASKED: readonly EventType[] = [
  'server.down',
  'server.degraded',
  'server.recovered',
  'server.unknown',
  'server.regional',
  'latency.breached',
];

/** The last good probe, and the latency now against the usual one. */
export async function factsBefore(
  tx: Db,
  type: EventType,
  { workspaceId, server }: EventData,
  now: number,
): Promise<Pick<EventData, 'lastGoodAt' | 'latency'>> {
  if (!server || !ASKED.includes(type)) return {};
  const { good, latenciesMs } = await readAlertFacts(tx, workspaceId, server.id, now);
  const normalMs = median(good.flatMap(({ latencyMs }) => (latencyMs === null ? [] : [latencyMs])));
  return {
    lastGoodAt: good[0]?.at.toISOString() ?? null,
    ...(normalMs !== null && { latency: { nowMs: median(latenciesMs), normalMs } }),
  };
}

function median(values: number[]): number | null {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}

import type { EventData, EventType } from '@alivemcp/contracts';
import { cancelDeliveries, type Db, listHeldForDigest, OPENING, type Outdated } from '@alivemcp/db';
import { ENDS } from '../event/endings.ts';
import { incidentOf } from '../event/incident-of.ts';
import type { NewEvent } from '../event/new-event.ts';
import { isLastEnd, phaseOf, wasShort } from './phase-of.ts';

const NOTICES: EventType[] = ['incident.reminder', 'incident.escalated'];
const OF_OUTAGE: EventType[] = [...OPENING, 'incident.updated'];

/** What is over or acknowledged is not reminded of; an outage that was over before it was to be told is not told. */
const OUTDATED = {
  acknowledged: [{ types: NOTICES, reason: 'acknowledged' }],
  ended: [
    { types: NOTICES, reason: 'over' },
    { types: OF_OUTAGE, reason: 'too_short', held: 'after' },
  ],
  short: [
    { types: NOTICES, reason: 'over' },
    { types: OF_OUTAGE, reason: 'too_short', held: 'untried' },
  ],
} satisfies Record<string, Outdated[]>;

/** Cancels what events make pointless and nobody sends right now, before it is asked who was told. */
export async function cancelOutdated(
  tx: Db,
  cases: readonly { event: NewEvent; rules: { afterMs: number } }[],
  now: Date,
): Promise<void> {
  const byEffect = Map.groupBy(cases, ({ event: { type, data }, rules }) => effectOf(type, data, rules.afterMs));
  for (const [effect, group] of byEffect)
    if (effect)
      await cancelDeliveries(
        tx,
        group.flatMap(({ event }) => incidentOf(event)),
        OUTDATED[effect],
        now,
      );
}

function effectOf(type: EventType, data: EventData, afterMs: number): keyof typeof OUTDATED | null {
  if (type === 'incident.updated' && data.incident?.acknowledgedAt) return 'acknowledged';
  if (phaseOf(type) !== 'end') return null;
  return wasShort(data, afterMs) ? 'short' : 'ended';
}

/** After ends were told: what is still held of their beginnings would be old news, but to who is told of the end in a digest. */
export async function cancelLeftBehind(tx: Db, told: readonly NewEvent[], now: Date): Promise<void> {
  const refs = told.filter(({ type, data }) => isLastEnd(type, data)).flatMap(incidentOf);
  const held: Outdated[] = [{ types: OF_OUTAGE, reason: 'over', held: 'any' }];
  await cancelDeliveries(tx, refs, held, now, await listHeldForDigest(tx, refs, ENDS));
}

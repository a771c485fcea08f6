import { type Db, lockUndelivered, type Undelivered } from '@alivemcp/db';
import type { AlertCase } from '../rules/alert-case.ts';
import { isLastEnd, phaseOf } from '../rules/phase-of.ts';
import { hearsRecovery, type Planned } from '../rules/plan-deliveries.ts';
import { BEGINNINGS, endedBy } from './endings.ts';
import { incidentOf } from './incident-of.ts';
import type { NewEvent } from './new-event.ts';

/** An event as it goes to some channels. `says`: what waits to be told to them, by channel, and is told with it. */
export type Message = { event: NewEvent; planned: Planned[]; says: ReadonlyMap<string, Undelivered[]> };

/**
 * Where the beginning of an incident waits to be told as its end comes, both become one message: "was down, is up again". Returns
 * these messages, and for the other channels that of the plain event.
 */
export function messagesOf(about: AlertCase, planned: Planned[], waiting: readonly Undelivered[]): Message[] {
  const { event } = about;
  const told = new Set(planned.filter(isTold).map(({ channelId }) => channelId));
  const isSaid = ({ channelId, type }: Undelivered) =>
    told.has(channelId) && endedBy(isFollowed(about, channelId)).includes(type);
  const says = Map.groupBy(waiting.filter(isSaid), ({ channelId }) => channelId);
  const late = planned.filter(({ channelId }) => says.has(channelId));
  const typesTo = ({ channelId }: Planned) => [...new Set(says.get(channelId)?.map(({ type }) => type))].toSorted();
  const combined = [...Map.groupBy(late, (each) => typesTo(each).join()).values()].map((group) => ({
    event: { ...event, data: { ...event.data, combines: group[0] ? typesTo(group[0]) : [] } },
    planned: group,
    says,
  }));
  const plain = planned.filter(({ channelId }) => !says.has(channelId));
  return [...combined, { event, planned: plain, says: new Map() }];
}

const isTold = ({ hold, cancelledFor }: Planned): boolean => cancelledFor === null && hold?.for !== 'storm';

function isFollowed(about: AlertCase, channelId: string): boolean {
  const channel = about.channels.get(channelId);
  return channel !== undefined && !isLastEnd(about.event.type, about.event.data) && hearsRecovery(about, channel);
}

/** By incident, what waits to be told of its beginning as these events end it. Nobody is sending it right now; locked. */
export async function lockLate(tx: Db, cases: readonly AlertCase[], now: Date): Promise<Map<string, Undelivered[]>> {
  const ends = cases.filter(({ event }) => phaseOf(event.type) === 'end');
  const refs = ends.flatMap(({ event }) => incidentOf(event));
  const waiting = await lockUndelivered(tx, refs, BEGINNINGS, now);
  return Map.groupBy(waiting, ({ incidentId }) => incidentId);
}

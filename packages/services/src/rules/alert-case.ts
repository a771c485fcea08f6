import { type Beginning, type Db, type Listener, listBeginnings, listListeners } from '@alivemcp/db';
import { incidentOf } from '../event/incident-of.ts';
import type { News } from '../event/new-event.ts';
import type { RulesInForce } from './find-rules.ts';
import { isAfterBeginning, phaseOf } from './phase-of.ts';
import { digestTimes } from './storm.ts';

/** All that decides where an event goes and when. */
export type AlertCase = News &
  RulesInForce & {
    /** Of the workspace, by id; switched on or not. */
    channels: ReadonlyMap<string, Listener>;
    /** What channels know of the beginning of its incident, by channel. */
    beginnings: ReadonlyMap<string, Beginning>;
    /** It is told together with others that go the same way. */
    inStorm: boolean;
    /** When the next digest is made, epoch ms. */
    digestAt: number;
  };

type Known = Pick<AlertCase, 'event' | 'audience' | 'rules' | 'mutedUntil' | 'inStorm'>;

/** Adds what the database knows about events, asked of all of them at once. */
export async function loadAlertCases(tx: Db, known: readonly Known[], now: number): Promise<AlertCase[]> {
  const workspaceIds = [...new Set(known.map(({ event }) => event.data.workspaceId))];
  const listeners = Map.groupBy(await listListeners(tx, workspaceIds), ({ workspaceId }) => workspaceId);
  const ofBegun = known.filter(goesByBeginning).flatMap(({ event }) => incidentOf(event));
  const begun = await listBeginnings(tx, ofBegun, new Date(now));
  const beginnings = Map.groupBy(begun, ({ incidentId }) => incidentId);
  const isDigest = known.some(({ inStorm }) => inStorm) || begun.some(({ inDigest }) => inDigest);
  const digestAt = await digestTimes(tx, isDigest ? workspaceIds : [], now);
  return known.map((one) => {
    const { data, incidentId = '' } = one.event;
    return {
      ...one,
      channels: new Map(listeners.get(data.workspaceId)?.map((channel) => [channel.id, channel])),
      beginnings: new Map(beginnings.get(incidentId)?.map((each) => [each.channelId, each])),
      digestAt: digestAt.get(data.workspaceId) ?? now,
    };
  });
}

const goesByBeginning = ({ event, audience }: Known): boolean =>
  audience.kind === 'told' || audience.kind === 'heard' || isAfterBeginning(phaseOf(event.type));

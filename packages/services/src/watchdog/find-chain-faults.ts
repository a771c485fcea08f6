import { countNeglectedChannels, listRegionChains, type RegionChain } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { IDLE_NOTE_S } from '../dispatch/note-tick.ts';

const MINUTE_MS = 60_000;
/** How late a second may be handled. */
const LATE_MS = 10_000;
const NOTED_MS = IDLE_NOTE_S * 1_000;
const NOTED_A_MINUTE = MINUTE_MS / NOTED_MS;
/** Of the probes that were due. A few are always lost to servers that are paused or deleted, and to restarts. */
const MIN_SHARE = 0.5;

export const CHAIN_LINKS = ['ticks', 'results', 'deliveries'] as const;
export type ChainFault = { link: (typeof CHAIN_LINKS)[number]; sentence: string };

/**
 * What keeps this installation from watching, over the last minutes; none when it works from end to end: every region's clock
 * ticked, the probes that were due were made and recorded, and no delivery waits that nobody tries.
 */
export async function findChainFaults(
  ctx: Pick<ServiceContext, 'database' | 'clock' | 'regions'>,
): Promise<ChainFault[]> {
  const { db } = ctx.database;
  const now = ctx.clock.now();
  const to = Math.floor((now - LATE_MS) / NOTED_MS) * NOTED_MS;
  const [workFrom, from] = [new Date(to - 2 * MINUTE_MS), new Date(to - MINUTE_MS)];
  const span = { workFrom, from, to: new Date(to), notedEvery: IDLE_NOTE_S };
  const chains = await listRegionChains(db, ctx.regions, span);
  const neglected = await countNeglectedChannels(db, new Date(now), new Date(now - MINUTE_MS));
  return [...chains.flatMap(faultsOf), ...(neglected > 0 ? [deliveryFault(neglected)] : [])];
}

function faultsOf({ region, ticks, due, made }: RegionChain): ChainFault[] {
  const faults: ChainFault[] = [];
  if (ticks < NOTED_A_MINUTE) {
    const missing = NOTED_A_MINUTE - ticks;
    const sentence = `In region ${region} the clock missed ${missing} of ${NOTED_A_MINUTE} ticks of the last minute.`;
    faults.push({ link: 'ticks', sentence });
  }
  if (made < due * MIN_SHARE) {
    const sentence = `In region ${region} ${made} of ${due} probes of the minute before were made and recorded.`;
    faults.push({ link: 'results', sentence });
  }
  return faults;
}

const deliveryFault = (channels: number): ChainFault => ({
  link: 'deliveries',
  sentence: `Alerts of ${channels} ${channels === 1 ? 'channel' : 'channels'} are overdue by more than a minute, and nobody tries them.`,
});

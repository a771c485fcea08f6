import { FAILURE_CLASSES, type Page, type Region } from '@alivemcp/contracts';
import { listProbers, listRegionSightings, listRegionWork } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { isoOrNull } from '../iso-time.ts';
import { sumRegionWork } from './sum-region-work.ts';

/** Several signs of life. */
const ALIVE_MS = 30_000;
/** An hour of whole five minutes, of which the last may not be computed yet. */
const HOUR_MS = 65 * 60_000;

type Prober = Awaited<ReturnType<typeof listProbers>>[number];

/** All regions of the installation, in the order they are shown: one page of them. */
export async function listRegions(ctx: ServiceContext): Promise<Page<Region>> {
  const now = ctx.clock.now();
  const { db } = ctx.database;
  const [sightings, probers, work] = await Promise.all([
    listRegionSightings(db),
    listProbers(db, new Date(now - ALIVE_MS)),
    listRegionWork(db, new Date(now - HOUR_MS)),
  ]);
  const seenAt = new Map(sightings.map((row) => [row.region, row.seenAt]));
  const data = ctx.regions.map((id) => {
    const own = probers.filter(({ region, health }) => region === id && !health?.ended);
    const sum = (of: 'waiting' | 'dropped') => own.reduce((total, { health }) => total + (health?.[of] ?? 0), 0);
    return {
      id,
      name: ctx.regionNames[id] ?? id,
      seenAt: isoOrNull(seenAt.get(id) ?? null),
      probers: own.length,
      doubt: doubtOf(own),
      onItsOwn: own.some(({ health }) => health?.onItsOwn),
      waiting: sum('waiting'),
      dropped: sum('dropped'),
      lastHour: sumRegionWork(work.filter(({ region }) => region === id)),
    };
  });
  return { data, nextCursor: null };
}

/** The doubt that has lasted longest. */
function doubtOf(probers: Prober[]): Region['doubt'] {
  const doubts = probers.flatMap(({ health }) => health?.doubt ?? []);
  const [longest] = doubts.sort((a, b) => a.since - b.since);
  if (!longest) return null;
  const { sentence } = FAILURE_CLASSES[longest.class];
  return { class: longest.class, summary: sentence, since: new Date(longest.since).toISOString() };
}

import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '@alivemcp/testkit';
import { type Coverage, checkCoverage } from './check-coverage.ts';
import { checkWritten, type Outage, type Received, type Truth } from './check-written.ts';
import type { WatchedServer } from './watched-server.ts';
import type { World } from './world.ts';
import { readWritten, type Written } from './written.ts';

export type Strike = {
  /** How long the fault is meant to last, ms: the script of outages is laid around it. */
  lasts: number;
  /** Does the harm, calling `hit` at that moment, and undoes it. */
  strike(hit: () => void): Promise<void>;
  /** Whether it is a good reason for a scheduled probe to be missing that was due so many ms after the harm. */
  explains(region: string, ms: number): boolean;
};

export type Account = { summary: string; faults: string[]; lost: Coverage['lost'] };

const LEAD_MS = 12_000;
/** Servers that a script takes. */
export const CAST = 6;
/** Long enough for every region to see it twice. */
const OUTAGE_MS = 25_000;
/** A lease that died with its engine runs out after a minute. */
const PATIENCE_MS = 100_000;

/** When servers fall and rise, ms since the fault begins at 0: before it, into it, inside it, out of it, after it, and for good. */
const scriptFor = (lasts: number): { falls: number; rises: number | null }[] => [
  { falls: -LEAD_MS, rises: -LEAD_MS + OUTAGE_MS },
  { falls: -4_000, rises: Math.max(lasts + 6_000, OUTAGE_MS - 4_000) },
  { falls: Math.max(2_000, lasts - 28_000), rises: Math.max(2_000, lasts - 28_000) + OUTAGE_MS },
  { falls: 5_000, rises: lasts + OUTAGE_MS },
  { falls: lasts + 3_000, rises: lasts + 3_000 + OUTAGE_MS },
  { falls: 6_000, rises: null },
];

/**
 * Lets servers fall and rise around a fault, waits until all is settled and told, and holds what was written and told against
 * what happened.
 */
export async function liveThrough(world: World, { lasts, strike, explains }: Strike): Promise<Account> {
  const since = Date.now();
  const strikeAt = since + LEAD_MS + 1_000;
  let hitAt = strikeAt;
  const hit = () => {
    hitAt = Date.now();
  };
  const cast = world.take(CAST);
  const [outages] = await Promise.all([
    Promise.all(scriptFor(lasts).map((part, i) => play(cast[i], part, strikeAt))),
    sleep(strikeAt - since).then(() => strike(hit)),
  ]);
  const servers: Truth['servers'] = new Map([
    ...[...world.steady, ...Object.values(world.only)].map(({ id, name }) => [id, { name, outage: null }] as const),
    ...cast.map(({ id, name }, i) => [id, { name, outage: outages[i] ?? null }] as const),
  ]);
  const ids = [...servers.keys()];
  const judge = async () => {
    const until = Date.now();
    const written = await readWritten(world.postgres, ids, since);
    const truth = { since, until, servers, explains: (region: string, at: number) => explains(region, at - hitAt) };
    const received = receivedSince(world, since);
    const coverage = checkCoverage(written, truth);
    const faults = [...checkWritten(written, received, truth), ...coverage.faults];
    return { faults, lost: coverage.lost, summary: summarise(written, received, coverage, hitAt) };
  };
  // What is wrong may still be under way: a round that is not over, a message that is not there yet.
  const settled = async () => {
    const account = await judge();
    return account.faults.length === 0 ? account : null;
  };
  const end = await waitFor(settled, { what: 'a settled end', timeoutMs: PATIENCE_MS, everyMs: 1_000 }).catch(judge);
  await cast.at(-1)?.rise();
  return end;
}

async function play(
  server: WatchedServer | undefined,
  { falls, rises }: { falls: number; rises: number | null },
  strikeAt: number,
): Promise<Outage> {
  if (!server) throw new Error('the world has no servers left to take');
  await sleep(strikeAt + falls - Date.now());
  const fellAt = Date.now();
  await server.fall();
  if (rises === null) return { fellAt, roseAt: null };
  await sleep(strikeAt + rises - Date.now());
  const roseAt = Date.now();
  await server.rise();
  return { fellAt, roseAt };
}

function receivedSince({ hooks }: World, since: number): Received[] {
  return hooks.verified().flatMap(({ type, data }, i) => {
    const request = hooks.requests[i];
    if (!request || request.receivedAt < since) return [];
    const { sequence, dedupKey, server } = data;
    return [{ id: String(request.headers['webhook-id']), type, serverId: server?.id ?? null, sequence, dedupKey }];
  });
}

/** One line for the table of faults. */
function summarise(
  { transitions, probes }: Written,
  received: Received[],
  { due, lost }: Coverage,
  hitAt: number,
): string {
  const inTime = transitions.filter(({ at }) => at >= hitAt - 2 * LEAD_MS);
  const slowest = Math.max(0, ...inTime.filter(({ to }) => to === 'down').map(({ at, decidedAt }) => decidedAt - at));
  const byRegion = [...Map.groupBy(lost, ({ region }) => region)].map(([region, rows]) => {
    const when = rows.map(({ scheduledAt }) => Math.round((scheduledAt - hitAt) / 1000));
    const notRun = rows.filter((row) => row.isRecorded).length;
    return `${region} ${rows.length} (${Math.min(...when)} to ${Math.max(...when)} s${notRun > 0 ? `, ${notRun} as not run` : ''})`;
  });
  const suspect = probes.filter((row) => row.suspect);
  const doubles = received.length - new Set(received.map(({ id }) => id)).size;
  return [
    `${due} probes due, lost: ${byRegion.join(', ') || 'none'}`,
    `suspect: ${[...Map.groupBy(suspect, (row) => `${row.region} ${row.class}`)].map(([what, rows]) => `${rows.length} ${what}`).join(', ') || 'none'}`,
    `${inTime.length} transitions, slowest down decided after ${(slowest / 1000).toFixed(1)} s`,
    `${received.length} webhooks, ${doubles} doubles`,
  ].join('; ');
}

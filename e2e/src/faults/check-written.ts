import type { EventType, Outcome, ServerStatus } from '@alivemcp/contracts';
import type { Transition, Written, WrittenProbe } from './written.ts';

/** When a server really stopped and began again to answer as it should, epoch ms. */
export type Outage = { fellAt: number; roseAt: number | null };

/** What a webhook receiver got. */
export type Received = { id: string; type: EventType; serverId: string | null; sequence: number; dedupKey: string };

export type Truth = {
  /** The stretch that is looked at, epoch ms. */
  since: number;
  until: number;
  /** By id of the server; null for one that never failed. */
  servers: Map<string, { name: string; outage: Outage | null }>;
  /** Whether the fault is a good reason for a scheduled probe that nobody made. */
  explains(region: string, scheduledAt: number): boolean;
};

/** The least that may be set; all servers have it. */
export const INTERVAL_MS = 10_000;
/** A region's word holds so long. */
const FRESH_MS = 2.5 * INTERVAL_MS;
/** A probe under way, and the start of the next. */
const SLACK_MS = 1_500;
/** After an interval enough regions have looked again, on a busy machine a little later. */
const SEEN_MS = INTERVAL_MS + 5_000;

/** Everything that is written otherwise than it happened, a sentence each. */
export function checkWritten(written: Written, received: Received[], truth: Truth): string[] {
  return [...truth.servers].flatMap(([serverId, { name, outage }]) => {
    const own = <T extends { serverId: string | null }>(rows: T[]) => rows.filter((row) => row.serverId === serverId);
    const transitions = own(written.transitions);
    const faults = [
      ...checkSequence(transitions),
      ...checkPath(transitions, own(written.probes), outage, truth),
      ...checkSight(transitions, own(written.probes), truth),
      ...checkIncidents(own(written.incidents), outage),
      ...checkEvents(own(written.events), own(received), outage),
    ];
    return faults.map((fault) => `${name}: ${fault}`);
  });
}

function checkSequence(transitions: Transition[]): string[] {
  return transitions.flatMap(({ sequence, from }, i) => {
    const before = transitions[i - 1];
    const gap = sequence !== i + 1 ? [`transition ${i + 1} has the sequence ${sequence}`] : [];
    return before && before.to !== from ? [...gap, `transition ${sequence} begins at ${from}, not ${before.to}`] : gap;
  });
}

/** Without the time in which nobody knew: for each outage one down and one up, dated to who saw it first. */
function checkPath(
  transitions: Transition[],
  probes: WrittenProbe[],
  outage: Outage | null,
  { since }: Truth,
): string[] {
  const known = transitions.filter(({ decidedAt, to }) => decidedAt >= since && to !== 'unknown');
  const changes = known.filter(({ to }, i) => to !== (known[i - 1]?.to ?? 'up'));
  const path = changes.map(({ to }) => to).join(', ');
  const wanted = pathOf(outage);
  if (path !== wanted) return [`became ${path || 'nothing'}; ${wanted || 'nothing'} was right`];
  if (outage === null) return [];
  const seen = (outcome: Outcome, from: number) =>
    probes.find((row) => row.outcome === outcome && row.startedAt > from - SLACK_MS)?.startedAt ?? from;
  const [down, up] = changes;
  return [
    ...(down ? checkDate('down', down.at, seen('down', outage.fellAt)) : []),
    ...(up && outage.roseAt !== null ? checkDate('up', up.at, seen('up', outage.roseAt)) : []),
  ];
}

const pathOf = (outage: Outage | null) => (outage === null ? '' : outage.roseAt === null ? 'down' : 'down, up');

/** A region that was of this mind for more than an interval before others joined does not date it back. */
function checkDate(what: string, at: number, seenAt: number): string[] {
  const lateMs = at - seenAt;
  return lateMs >= -SLACK_MS && lateMs <= INTERVAL_MS + SLACK_MS
    ? []
    : [`${what} is dated ${lateMs} ms after it was seen`];
}

/** Where nobody saw it for longer than a word holds its state is unknown, and nowhere else. */
function checkSight(transitions: Transition[], probes: WrittenProbe[], { since, until }: Truth): string[] {
  const seen = probes.filter(({ outcome, suspect }) => outcome !== 'unknown' && !suspect).map((row) => row.startedAt);
  const moments = [...seen.filter((at) => at <= until).sort((a, b) => a - b), until];
  const blind = moments.flatMap((to, i) => {
    const from = (moments[i - 1] ?? to) + FRESH_MS;
    return to > from && to > since ? [{ from, to }] : [];
  });
  const stretches = transitions.map(({ to, at }, i) => ({
    status: to,
    from: at,
    to: transitions[i + 1]?.at ?? until,
  }));
  const claimed = blind.flatMap((gap) =>
    stretches.flatMap(({ status, from, to }) => {
      const ms = Math.min(to, gap.to) - Math.max(from, gap.from);
      return isClaim(status) && ms > SLACK_MS ? [`${status} is claimed for ${ms} ms in which nobody looked`] : [];
    }),
  );
  const needless = stretches.flatMap(({ status, from, to }) => {
    if (status !== 'unknown' || from < since) return [];
    const isBlind = blind.some((gap) => from >= gap.from - SLACK_MS && to <= gap.to + SEEN_MS);
    return isBlind ? [] : [`unknown for ${to - from} ms though it was seen`];
  });
  return [...claimed, ...needless];
}

const isClaim = (status: ServerStatus) => status === 'up' || status === 'degraded' || status === 'down';

function checkIncidents(incidents: Written['incidents'], outage: Outage | null): string[] {
  const found = incidents.map(({ kind, resolvedAt }) => `${kind} ${resolvedAt === null ? 'open' : 'resolved'}`).join();
  const wanted = outage === null ? '' : outage.roseAt === null ? 'down open' : 'down resolved';
  return found === wanted ? [] : [`has the incidents "${found}"; "${wanted}" was right`];
}

/** Each thing that happened is told under one id, and arrives. */
function checkEvents(events: Written['events'], received: Received[], outage: Outage | null): string[] {
  const wanted: EventType[] = [
    ...(outage ? (['server.down', 'incident.opened'] as const) : []),
    ...(outage?.roseAt ? (['server.recovered', 'incident.resolved'] as const) : []),
  ];
  // A silence may be found out when it is over, and is nobody's alarm then.
  const told = events.map(({ type }) => type).filter((type) => type !== 'server.unknown');
  const isAlike = told.toSorted().join() === wanted.toSorted().join();
  const ids = Map.groupBy(received, ({ type, sequence, dedupKey }) => `${type} ${sequence} ${dedupKey}`);
  const arrived = new Set(received.map(({ id }) => id));
  return [
    ...(isAlike
      ? []
      : [`told ${told.toSorted().join() || 'nothing'}; ${wanted.toSorted().join() || 'nothing'} was right`]),
    ...events.flatMap(({ id, type }) => (arrived.has(id) ? [] : [`${type} never arrived`])),
    ...[...ids].flatMap(([key, alike]) =>
      new Set(alike.map(({ id }) => id)).size > 1 ? [`${key} arrived under several ids`] : [],
    ),
  ];
}

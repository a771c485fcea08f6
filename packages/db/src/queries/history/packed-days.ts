import { OUTCOMES, type Outcome } from '@alivemcp/contracts';
import { and, desc, eq, gte, inArray, lt, lte, type SQL, sql, sum } from 'drizzle-orm';
import type { Db } from '../../database.ts';
import { packedDay } from '../../schema/index.ts';
import { byTime, type Check, keyOf, NOT_RUN, type ProbeResultRow } from './check.ts';
import type { Day } from './day.ts';
import { packChecks, unpackChecks } from './pack-checks.ts';

/** What one region saw of one server. */
export type Series = { workspaceId: string; serverId: string; region: string };

const seriesKey = ({ workspaceId, serverId, region }: Series): string => `${workspaceId}/${serverId}/${region}`;

export const outcomeBit = (outcome: Outcome): number => 2 ** OUTCOMES.indexOf(outcome);
const outcomeBits = (checks: readonly Check[]): number =>
  [...new Set(checks.map((check) => outcomeBit(check.outcome)))].reduce((sum, bit) => sum + bit, 0);

/**
 * Adds raw results of one day to what is packed of it. Where there are two of one probe, `winner` says which stays: raw is more
 * exact, packed was first. A probe that was not run gives way to either. Returns all results of the series that got some.
 */
export async function addToPackedDay(
  tx: Db,
  day: Day,
  rows: readonly ProbeResultRow[],
  winner: 'raw' | 'packed',
): Promise<ProbeResultRow[]> {
  const bySeries = Map.groupBy(rows, seriesKey);
  const packed = new Map((await lockPackedDay(tx, day, rows)).map((row) => [seriesKey(row), row]));
  const written = [...bySeries].map(([key, own]) => {
    const { workspaceId, serverId, region } = own[0] as ProbeResultRow;
    const known = packed.get(key);
    const before = known ? unpackChecks(known.content) : [];
    const checks = winner === 'raw' ? mergeChecks(before, own) : mergeChecks(own, before);
    return { workspaceId, serverId, region, failuresOnly: known?.failuresOnly ?? false, checks };
  });
  for (const { checks, ...row } of written) {
    const content = { checks: checks.length, outcomes: outcomeBits(checks), content: packChecks(checks) };
    await tx
      .insert(packedDay)
      .values({ ...row, day, ...content })
      .onConflictDoUpdate({
        target: [packedDay.workspaceId, packedDay.serverId, packedDay.day, packedDay.region],
        set: content,
      });
  }
  return written.flatMap(({ checks, workspaceId, serverId, region }) =>
    checks.map((check) => ({ ...check, workspaceId, serverId, region })),
  );
}

function mergeChecks(checks: readonly Check[], stronger: readonly Check[]): Check[] {
  const byKey = new Map(checks.map((check) => [keyOf(check), check]));
  for (const check of stronger) if (check.class !== NOT_RUN || !byKey.has(keyOf(check))) byKey.set(keyOf(check), check);
  return [...byKey.values()].sort(byTime);
}

const lockPackedDay = (tx: Db, day: Day, series: readonly Series[]) =>
  tx
    .select()
    .from(packedDay)
    .where(
      and(
        inArray(packedDay.workspaceId, [...new Set(series.map((row) => row.workspaceId))]),
        inArray(packedDay.serverId, [...new Set(series.map((row) => row.serverId))]),
        eq(packedDay.day, day),
      ),
    )
    .for('update');

/** How many results are packed of a day. */
export async function countPacked(db: Db, day: Day): Promise<number> {
  const [row] = await db
    .select({ checks: sum(packedDay.checks).mapWith(Number) })
    .from(packedDay)
    .where(eq(packedDay.day, day));
  return row?.checks ?? 0;
}

export type PackedFilter = { regions: string[]; outcome?: Outcome; fromDay?: Day; toDay?: Day };

/** The newest packed day of a server that may hold what passes the filter; null when there is none. */
export async function findPackedDay(
  db: Db,
  workspaceId: string,
  serverId: string,
  filter: PackedFilter,
): Promise<Day | null> {
  const [row] = await db
    .select({ day: packedDay.day })
    .from(packedDay)
    .where(passes(workspaceId, serverId, filter))
    .orderBy(desc(packedDay.day))
    .limit(1);
  return row?.day ?? null;
}

/** All results of a server of one packed day, of regions that may hold what passes the filter. */
export async function readPackedDay(
  db: Db,
  workspaceId: string,
  serverId: string,
  day: Day,
  filter: Pick<PackedFilter, 'regions' | 'outcome'>,
): Promise<ProbeResultRow[]> {
  const found = await db
    .select()
    .from(packedDay)
    .where(passes(workspaceId, serverId, { ...filter, fromDay: day, toDay: day }));
  return found.flatMap(({ region, content }) =>
    unpackChecks(content).map((check) => ({ ...check, workspaceId, serverId, region })),
  );
}

const passes = (
  workspaceId: string,
  serverId: string,
  { regions, outcome, fromDay, toDay }: PackedFilter,
): SQL | undefined =>
  and(
    eq(packedDay.workspaceId, workspaceId),
    eq(packedDay.serverId, serverId),
    inArray(packedDay.region, regions),
    outcome && sql`${packedDay.outcomes} & ${outcomeBit(outcome)} <> 0`,
    fromDay === undefined ? undefined : gte(packedDay.day, fromDay),
    toDay === undefined ? undefined : lte(packedDay.day, toDay),
  );

/** A failure, or a server that lived and refused the credential. */
const isTold = (check: Check): boolean => check.outcome !== 'up' || check.class !== null;

/** Forgets what was good on some days before `before`; returns how many results that were. Run it until it returns null. */
export async function trimPackedDays(tx: Db, before: Day, limit: number): Promise<number | null> {
  const rows = await tx
    .select()
    .from(packedDay)
    .where(and(lt(packedDay.day, before), eq(packedDay.failuresOnly, false)))
    .limit(limit)
    .for('update', { skipLocked: true });
  let forgotten = 0;
  for (const row of rows) {
    const kept = unpackChecks(row.content).filter(isTold);
    forgotten += row.checks - kept.length;
    const itself = and(
      eq(packedDay.workspaceId, row.workspaceId),
      eq(packedDay.serverId, row.serverId),
      eq(packedDay.day, row.day),
      eq(packedDay.region, row.region),
    );
    if (kept.length === 0) await tx.delete(packedDay).where(itself);
    else
      await tx
        .update(packedDay)
        .set({ failuresOnly: true, checks: kept.length, outcomes: outcomeBits(kept), content: packChecks(kept) })
        .where(itself);
  }
  return rows.length === 0 ? null : forgotten;
}

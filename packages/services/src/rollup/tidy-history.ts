import {
  closeDays,
  DAY_MS,
  dayOf,
  dropDay,
  endOfDay,
  finishDay,
  forgetBefore,
  forgetGoodBefore,
  forgetTooLate,
  type HousekeepingRun,
  insertHousekeepingRuns,
  listDetachedDays,
  listPartitionDays,
  mergeLateChecks,
  packDay,
} from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { RETENTION_DAYS } from './retention.ts';

/** What was done to what, and how many rows or results that were. */
export type TidyStep = Pick<HousekeepingRun, 'task' | 'subject' | 'affected'>;

/**
 * Forgets what is past its time and packs days that are over. Returns what it did, which is also written down. Safe to run in
 * several engines at once, and to be stopped at any point.
 */
export async function tidyHistory(ctx: Pick<ServiceContext, 'database' | 'clock'>): Promise<TidyStep[]> {
  const { database, clock } = ctx;
  const { db } = database;
  const done: TidyStep[] = [];
  const note = async (task: string, subject: string, affected: number | null) => {
    if (!affected) return;
    const step = { task, subject, affected };
    await insertHousekeepingRuns(db, [{ ...step, at: new Date(clock.now()) }]);
    done.push(step);
  };
  const ago = (kind: keyof typeof RETENTION_DAYS) => clock.now() - RETENTION_DAYS[kind] * DAY_MS;
  const before = (kind: keyof typeof RETENTION_DAYS) => new Date(ago(kind));

  // Of what is forgotten the days have to be there.
  await closeDays(database);
  for (const day of await listPartitionDays(db, 'rollup_5min'))
    if (endOfDay(day) <= ago('fiveMinutes') && (await dropDay(database, 'rollup_5min', day)))
      await note('dropped', `rollup_5min of ${day}`, 1);
  await note('forgot', 'phases of hours', await forgetBefore(db, 'phaseHours', before('phaseHours')));
  await note('forgot', 'work of regions', await forgetBefore(db, 'regionWork', before('regionWork')));
  await note('forgot', 'hours', await forgetBefore(db, 'hours', before('hours')));
  await note('forgot', 'exchanges of failures', await forgetBefore(db, 'failures', before('failures')));
  await note('forgot', 'good results', await forgetGoodBefore(database, before('packed')));
  await note('forgot', 'days of failures', await forgetBefore(db, 'packed', before('failures')));
  await note('forgot', 'housekeeping runs', await forgetBefore(db, 'runs', before('runs')));
  await note('forgot', 'marks', await forgetBefore(db, 'marks', before('late')));
  await note('refused', 'results that came too late', await forgetTooLate(db, dayOf(ago('late'))));

  for (const day of await listDetachedDays(db)) await note('packed', day, await finishDay(database, day));
  for (const day of await listPartitionDays(db, 'probe_result'))
    if (endOfDay(day) <= ago('raw')) await note('packed', day, await packDay(database, day));
  await note('packed', 'late results', await mergeLateChecks(database, dayOf(ago('raw') - DAY_MS)));
  return done;
}

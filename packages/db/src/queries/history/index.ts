// The history store: what the product asks of it, by intent. `recordResults` writes to it. PostgreSQL answers; a column store
// would offer these same functions (docs/history.md).
export {
  dropDay,
  ensureProbePartitions,
  listDetachedDays,
  listPartitionDays,
} from '../partitions.ts';
export {
  type LoggedProbe,
  listProbeRows,
  listResultsAt,
  type ProbeFailureRow,
  type ProbePosition,
  type ProbeResultRow,
} from '../probe-log.ts';
export { latencyOfBucket } from './buckets.ts';
export { closeDays, closeFiveMinutes, closeHours } from './close-buckets.ts';
export { DAY_MS, dayOf, endOfDay } from './day.ts';
export { forgetBefore, forgetGoodBefore } from './forget.ts';
export { type HousekeepingRun, insertHousekeepingRuns, listHousekeepingRuns } from './housekeeping-runs.ts';
export { forgetTooLate, mergeLateChecks } from './merge-late.ts';
export { finishDay, packDay } from './pack-day.ts';
export { listDays, listFiveMinutes, listHours, type RollupRow } from './read-rollups.ts';
export { listRegionWork, type RegionWork } from './region-work.ts';

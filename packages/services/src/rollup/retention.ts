/** How long each kind of history is kept, in whole days. What is not here is kept for good. */
export const RETENTION_DAYS = {
  /** Then packed. A result that comes later than this is added to what is packed. */
  raw: 2,
  fiveMinutes: 2,
  /** Later than this a result is not taken any more. */
  late: 30,
  /** Hours by phase; of a whole probe they are kept as `hours`. */
  phaseHours: 35,
  regionWork: 35,
  /** From when they began. */
  gates: 90,
  /** All results; of older days only failures stay. */
  packed: 90,
  /** Thirteen months, so that a month can be held against the same one a year ago. */
  failures: 396,
  hours: 396,
  runs: 396,
} as const;

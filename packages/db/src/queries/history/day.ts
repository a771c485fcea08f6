export const DAY_MS = 86_400_000;

/** A UTC day as PostgreSQL and people write it: `2026-11-20`. */
export type Day = string;

export const dayOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
export const endOfDay = (day: Day): number => startOfDay(day) + DAY_MS;

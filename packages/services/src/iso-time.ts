/** ISO 8601 in UTC with milliseconds; null stays null. */
export const isoOrNull = (date: Date | null): string | null => date?.toISOString() ?? null;

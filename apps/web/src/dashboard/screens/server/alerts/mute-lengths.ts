const HOUR_MS = 3_600_000;

export const MUTE_LENGTHS = [
  { ms: HOUR_MS, word: '1 hour' },
  { ms: 4 * HOUR_MS, word: '4 hours' },
  { ms: 24 * HOUR_MS, word: '24 hours' },
  { ms: 7 * 24 * HOUR_MS, word: '7 days' },
];

/** Until when a server is muted; null when it is not. */
export const mutedUntil = (server: { mutedUntil: string | null }, now: number): string | null =>
  server.mutedUntil !== null && Date.parse(server.mutedUntil) > now ? server.mutedUntil : null;

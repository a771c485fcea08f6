/** How far back changes count, ms. */
export const FLAPPING_WINDOW_MS = 3_600_000;
const MANY = 4;
/** A state that has held for so long can be believed again. */
export const CALM_MS = 30 * 60_000;

/**
 * Whether a state changed so often within the last hour that each change is no news any more. What lies before half an hour of
 * calm does not count. `changes` are epoch ms, newest first.
 */
export function isFlapping(changes: readonly number[], now: number): boolean {
  const recent = changes.filter((at) => at > now - FLAPPING_WINDOW_MS);
  const calm = recent.findIndex((at, i) => (recent[i - 1] ?? at) - at >= CALM_MS);
  return (calm === -1 ? recent.length : calm) >= MANY;
}

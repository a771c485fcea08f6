const MAX_REGION_SHIFT_S = 5;

/** FNV-1a, 32 bits: spreads ids evenly and never changes, so that a server keeps its second over restarts. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/**
 * Second of its interval in which a server is due in a region, 0 ≤ slot < intervalS. Regions of one server follow each
 * other by a second, at most five: a first failure is seen early and the load of a region stays flat.
 */
export function probeSlot(serverId: string, intervalS: number, regionIndex: number): number {
  return (hash32(serverId) + (regionIndex % (MAX_REGION_SHIFT_S + 1))) % intervalS;
}

const DAY_MS = 86_400_000;

/**
 * Whether the probe due at `dueAt` (epoch ms) finds out anew how the server speaks: one a day, spread over the day. What was
 * found before keeps working on a server that has learned a newer way, so nothing else would notice.
 */
export function isDetectionDue(serverId: string, dueAt: number, intervalMs: number): boolean {
  const probesADay = Math.floor(DAY_MS / intervalMs);
  return Math.floor(dueAt / intervalMs) % probesADay === hash32(serverId) % probesADay;
}

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

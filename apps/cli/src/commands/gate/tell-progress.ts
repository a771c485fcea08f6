import { cleanLine } from '@alivemcp/contracts';
import type { Seen } from './wait-until-good.ts';

/** Told what every probe saw, tells a line when that is another state than before. */
export function tellProgress(consecutive: number, note: (line: string) => void): (seen: Seen, atMs: number) => void {
  let told = '';
  return (seen, atMs) => {
    const state = stateOf(seen);
    if (state === told) return;
    told = state;
    const text = seen.unmet.map(({ sentence }) => sentence).join(' ') || `Good, ${seen.inARow} of ${consecutive}.`;
    note(`${(atMs / 1000).toFixed(1).padStart(6)} s  ${cleanLine(text, 500)}`);
  };
}

/** Without sentences: a server may write each of its errors anew, with a time or a request id. */
function stateOf({ unmet, result, comparison, inARow }: Seen): string {
  const reasons = unmet.map(({ reason }) => reason);
  return JSON.stringify([reasons, result.class, result.serverInfo?.version, comparison?.class, inARow]);
}

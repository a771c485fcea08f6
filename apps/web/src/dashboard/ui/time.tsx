import { type ReactNode, useSyncExternalStore } from 'react';
import { duration } from '../../format/numbers.ts';
import { localTime, relativeTime, utcTime, zoneName } from '../../format/times.ts';

const TICK_MS = 10_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

/** One clock for the whole page; it stands still while nobody looks at it. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

export const useNow = () => useSyncExternalStore(subscribe, () => now);

/** A time in the reader's zone, named; UTC on hover. On a narrow page it may break, as it is long; in a table it does not. */
export function Time({ iso }: { iso: string }) {
  return (
    <time dateTime={iso} title={utcTime(iso)} className="sm:whitespace-nowrap">
      {localTime(iso)} {zoneName(iso)}
    </time>
  );
}

/** How long ago; the time itself, in both zones, on hover. */
export function Ago({ iso }: { iso: string }) {
  return <Hover iso={iso}>{relativeTime(iso, useNowAfter(iso))}</Hover>;
}

/** `for 3 h 2 min`: how long something has been so. */
export function For({ iso }: { iso: string }) {
  return <Hover iso={iso}>for {duration(useNowAfter(iso) - Date.parse(iso))}</Hover>;
}

/** The clock ticks every ten seconds: what is newer than its last tick is not in the future. */
const useNowAfter = (iso: string) => Math.max(useNow(), Math.min(Date.parse(iso), Date.now()));

function Hover({ iso, children }: { iso: string; children: ReactNode }) {
  return (
    <time dateTime={iso} title={`${localTime(iso)} ${zoneName(iso)} · ${utcTime(iso)}`} className="whitespace-nowrap">
      {children}
    </time>
  );
}

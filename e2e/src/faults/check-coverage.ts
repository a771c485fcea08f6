import type { Truth } from './check-written.ts';
import type { Written } from './written.ts';

/** Younger probes may still be on their way. */
const YOUNG_MS = 10_000;

export type Coverage = {
  due: number;
  /** Not run, or not recorded. */
  lost: { region: string; scheduledAt: number; isRecorded: boolean }[];
  faults: string[];
};

/** Each scheduled probe of each region is recorded once, or there is a good reason. */
export function checkCoverage({ probes, places }: Written, { since, until, explains }: Truth): Coverage {
  const key = (...parts: (string | number)[]) => parts.join(' ');
  const made = Map.groupBy(
    probes.filter(({ reason }) => reason === 'scheduled'),
    ({ serverId, region, scheduledAt }) => key(serverId, region, scheduledAt),
  );
  const due = places.flatMap(({ serverId, region, slot, intervalS }) => {
    const step = intervalS * 1000;
    const first = Math.ceil((since - slot * 1000) / step) * step + slot * 1000;
    const moments: number[] = [];
    for (let at = first; at < until - YOUNG_MS; at += step) moments.push(at);
    return moments.map((scheduledAt) => ({ serverId, region, scheduledAt }));
  });
  const lost = due.flatMap(({ serverId, region, scheduledAt }) => {
    const rows = made.get(key(serverId, region, scheduledAt)) ?? [];
    const isRecorded = rows.length > 0;
    return isRecorded && rows[0]?.class !== 'observer.not_run' ? [] : [{ region, scheduledAt, isRecorded }];
  });
  const isDue = new Set(due.map((one) => key(one.serverId, one.region, one.scheduledAt)));
  const stray = [...made].flatMap(([id, rows]) => {
    const [{ scheduledAt = 0 } = {}] = rows;
    const isInside = scheduledAt >= since && scheduledAt < until - YOUNG_MS;
    return rows.length > 1 || (isInside && !isDue.has(id)) ? [id] : [];
  });
  const unexplained = lost.filter(({ region, scheduledAt }) => !explains(region, scheduledAt));
  return {
    due: due.length,
    lost,
    faults: [
      ...stray.map((id) => `recorded twice, or when it was not due: ${id}`),
      ...[...Map.groupBy(unexplained, ({ region }) => region)].map(
        ([region, rows]) => `${region} lost ${rows.length} of its probes for no good reason: ${list(rows)}`,
      ),
    ],
  };
}

const list = (rows: { scheduledAt: number }[]) =>
  [...new Set(rows.map(({ scheduledAt }) => new Date(scheduledAt).toISOString().slice(11, 19)))].sort().join(' ');

import { countOf, mergeHistograms, percentileMs } from '@alivemcp/domain';
import { describe, expect, it } from 'vitest';
import { generateLatency } from './generate-latency.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const TO = Date.parse('2026-11-02T10:20:00.000Z');
const FROM = TO - 90 * DAY_MS;

describe('the generated latency', () => {
  it('has a histogram for each whole hour, none of the running one, and phases of a week', () => {
    const rows = generateLatency(0, FROM, TO, []);
    const total = rows.filter((row) => row.phase === 'total');
    expect(total).toHaveLength(90 * 24 - 1);
    expect(total.at(-1)?.hour).toBe('2026-11-02T09:00:00.000Z');
    expect(rows.filter((row) => row.phase === 'tools')).toHaveLength(7 * 24 - 1);
    expect(rows.every(({ buckets }) => buckets.every((bucket, i) => bucket > (buckets[i - 1] ?? -1)))).toBe(true);
  });

  it('is slower in the afternoon than at night', () => {
    const median = (hour: number) =>
      percentileMs(
        mergeHistograms(
          generateLatency(0, FROM, TO, []).filter(
            (row) => row.phase === 'total' && new Date(row.hour).getUTCHours() === hour,
          ),
        ),
        0.5,
      ) ?? 0;
    expect(median(14)).toBeGreaterThan(median(2));
  });

  it('knows no good probe while the server fails', () => {
    const from = Date.parse('2026-11-01T08:00:00.000Z');
    const failure = { kind: 'down', class: 'tcp.refused', from, to: from + 1.5 * HOUR_MS } as const;
    const rows = generateLatency(3, FROM, TO, [failure]).filter((row) => row.phase === 'total');
    const at = (hour: string) => rows.find((row) => row.hour === hour);
    expect(at('2026-11-01T08:00:00.000Z')).toBeUndefined();
    const half = at('2026-11-01T09:00:00.000Z');
    const whole = at('2026-11-01T10:00:00.000Z');
    if (!half || !whole) throw new Error('hours are missing');
    expect(countOf(half)).toBeCloseTo(countOf(whole) / 2, -1);
  });

  it('says nothing of a server that lets nobody in', () => {
    expect(generateLatency(5, FROM, TO, [])).toEqual([]);
  });
});

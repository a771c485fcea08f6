import type { ProbeRecord } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { newestOfRegions } from './newest-of-regions.ts';

const probe = (region: string, startedAt: string) => ({ region, startedAt }) as ProbeRecord;

it('finds the newest of each region, in the order of the regions', () => {
  const probes = [
    probe('us', '2026-11-02T10:00:00.000Z'),
    probe('eu', '2026-11-02T10:00:01.000Z'),
    probe('eu', '2026-11-02T10:00:09.000Z'),
    probe('mars', '2026-11-02T10:00:10.000Z'),
  ];
  expect(newestOfRegions(probes, ['eu', 'asia', 'us'])).toEqual([probes[2], probes[0]]);
});

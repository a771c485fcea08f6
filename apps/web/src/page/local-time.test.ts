import { expect, it } from 'vitest';

process.env.TZ = 'Europe/Berlin';
const { localTime } = await import('./local-time.ts');

it('shows a time in the zone of the reader, and names the zone', () => {
  const [summer, winter] = ['2026-08-01T22:05:00.000Z', '2026-11-02T10:00:00.000Z'].map((at) =>
    localTime(new Date(at)),
  );
  expect(summer).toMatch(/^2026-08-02 00:05 (?:CEST|GMT\+2)$/);
  expect(winter).toMatch(/^2026-11-02 11:00 (?:CET|GMT\+1)$/);
});

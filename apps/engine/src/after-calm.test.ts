import { expect, test } from 'vitest';
import { afterCalm } from './after-calm.ts';

test('runs once the database has been there long enough, and waits again when it was away', async () => {
  let now = 0;
  let away = false;
  const ran: number[] = [];
  const ping = async () => {
    if (away) throw new Error('away');
  };
  const turn = afterCalm(30_000, async () => ran.push(now), { ping, now: () => now });
  const at = async (ms: number) => {
    now = ms;
    await turn().catch(() => {});
  };
  for (let ms = 0; ms <= 40_000; ms += 10_000) await at(ms);
  expect(ran).toEqual([30_000, 40_000]);
  away = true;
  await at(50_000);
  away = false;
  for (let ms = 60_000; ms <= 80_000; ms += 10_000) await at(ms);
  expect(ran).toEqual([30_000, 40_000, 80_000]);
});

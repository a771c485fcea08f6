import { median } from './result.ts';

export const CONCURRENCY = 50;

export type Measured = { cpuMs: number; perSecond: number };

/** CPU of this process (user and system) and rate of `count` calls of `once`, 50 under way at a time. */
export async function measure(once: () => Promise<void>, count: number): Promise<Measured> {
  const cpu = process.cpuUsage();
  const from = performance.now();
  let left = count;
  const worker = async () => {
    while (left-- > 0) await once();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const seconds = (performance.now() - from) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1000 / count, perSecond: count / seconds };
}

export const middle = (runs: Measured[]): Measured => ({
  cpuMs: median(runs.map((run) => run.cpuMs)),
  perSecond: median(runs.map((run) => run.perSecond)),
});

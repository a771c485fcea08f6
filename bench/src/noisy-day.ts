import { FAILURE_CLASSES, type Phase, type PhaseName } from '@alivemcp/contracts';
import { canonicalSurface, canonicalToolList } from '@alivemcp/drift';
import type { RecordedProbe } from '@alivemcp/services';
import { probed } from '@alivemcp/testkit';
import type { Target } from './product.ts';

const MINUTE_MS = 60_000;
export const MINUTES = 1440;
const SURFACE = canonicalSurface(probed());
const REFUSED = FAILURE_CLASSES['tcp.refused'];
/** Share of the round trip that a step takes, and how much it varies (standard deviation of its logarithm). */
const STEPS: [PhaseName, number, number][] = [
  ['dns', 0.2, 0.6],
  ['tcp', 1, 0.08],
  ['tls', 1.6, 0.1],
  ['initialize', 3, 0.3],
  ['initialized', 1.1, 0.12],
  ['tools', 2.4, 0.35],
  ['close', 1.1, 0.12],
];

/** What a prober sees of a server over a day, minute by minute: noise everywhere, spikes, single failures, some outages. */
export function noisyDay(target: Target, index: number, dayStart: number, random: () => number): RecordedProbe[] {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const roundTripMs = Math.exp(Math.log(30) + 0.8 * normal());
  const toolList = canonicalToolList(
    Array.from({ length: 12 }, (_, i) => ({ name: `tool-${i}`, description: target.serverId, inputSchema: {} })),
  );
  const outage = index % 20 === 0 ? Math.floor(random() * (MINUTES - 60)) : -60;
  return Array.from({ length: MINUTES }, (_, minute) => {
    const scheduledAt = dayStart + minute * MINUTE_MS + (index % 60) * 1000;
    const startedAt = scheduledAt + Math.floor(random() * 900);
    const about = {
      ...target,
      scheduledAt,
      reason: 'scheduled' as const,
      requestId: null,
      alternate: null,
      suspect: false,
    };
    if ((minute >= outage && minute < outage + 60) || random() < 0.003) {
      const ms = round(roundTripMs * Math.exp(0.1 * normal()));
      const result = probed({
        ...{ outcome: 'down', class: 'tcp.refused', summary: REFUSED.sentence, startedAt, attempts: 2 },
        ...{ durationMs: Math.round(2 * ms + 800), latencyMs: null, phases: [{ name: 'tcp', ms, ok: false }] },
        ...{ protocol: null, serverInfo: null, tools: null },
      });
      return { ...about, result, toolList: null, surface: null };
    }
    const spike = random() < 0.01 ? 4 : 1;
    const phases: Phase[] = STEPS.map(([name, share, spread]) => ({
      name,
      ms: round(roundTripMs * share * Math.exp(spread * normal()) * (name === 'tools' ? spike : 1)),
      ok: true,
    }));
    const latencyMs = Math.round(phases.slice(0, -1).reduce((sum, phase) => sum + phase.ms, 0) + random());
    const durationMs = Math.round(latencyMs + (phases.at(-1)?.ms ?? 0) + random());
    return { ...about, result: probed({ startedAt, durationMs, latencyMs, phases }), toolList, surface: SURFACE };
  });
}

const round = (ms: number) => Math.round(ms * 10) / 10;

/** A generator of the same numbers each time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

import type { Phase, PhaseName } from '@alivemcp/contracts';
import type { Target } from './product.ts';

const MINUTE_MS = 60_000;
const CHECKS = 1440;
const PROTOCOL = JSON.stringify({ version: '2025-11-25', era: 'legacy', transport: 'streamable-http' });
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

/** Raw rows of a server over a day, as parameters of `insertNoisyDay`: noise everywhere, spikes, single failures, some outages. */
export function noisyDay(target: Target, index: number, dayStart: number, random: () => number) {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const roundTripMs = Math.exp(Math.log(30) + 0.8 * normal());
  const toolsHash = Buffer.from(target.serverId.repeat(2).slice(0, 32)).toString('hex');
  const outage = index % 20 === 0 ? Math.floor(random() * (CHECKS - 60)) : -60;
  return Array.from({ length: CHECKS }, (_, minute) => {
    const scheduledAt = dayStart + minute * MINUTE_MS + (index % 60) * 1000;
    const startedAt = scheduledAt + Math.floor(random() * 900);
    if ((minute >= outage && minute < outage + 60) || random() < 0.003) {
      const ms = round(roundTripMs * Math.exp(0.1 * normal()));
      return {
        ...{ workspaceId: target.workspaceId, serverId: target.serverId, scheduledAt, startedAt, outcome: 'down' },
        ...{ class: 'tcp.refused', durationMs: Math.round(2 * ms + 800), latencyMs: null, attempts: 2, protocol: null },
        ...{ phases: JSON.stringify([{ name: 'tcp', ms, ok: false }]), toolsHash: null, toolsCount: null },
      };
    }
    const spike = random() < 0.01 ? 4 : 1;
    const phases: Phase[] = STEPS.map(([name, share, spread]) => ({
      name,
      ms: round(roundTripMs * share * Math.exp(spread * normal()) * (name === 'tools' ? spike : 1)),
      ok: true,
    }));
    const latencyMs = Math.round(phases.slice(0, -1).reduce((sum, phase) => sum + phase.ms, 0) + random());
    return {
      ...{
        workspaceId: target.workspaceId,
        serverId: target.serverId,
        scheduledAt,
        startedAt,
        outcome: 'up',
        class: null,
      },
      ...{ durationMs: Math.round(latencyMs + (phases.at(-1)?.ms ?? 0) + random()), latencyMs, attempts: 1 },
      ...{ phases: JSON.stringify(phases), protocol: PROTOCOL, toolsHash, toolsCount: 12 },
    };
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

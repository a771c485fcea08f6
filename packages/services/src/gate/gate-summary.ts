import type { GateRow } from '@alivemcp/db';

/** One line of a gate for people. What changes by itself with time is not in it. */
export function gateSummary(gate: GateRow): string {
  const { state, timeoutMs, createdAt, endedAt, asked } = gate;
  if (state === 'passed') {
    const seconds = ((endedAt?.getTime() ?? 0) - createdAt.getTime()) / 1000;
    return `Passed after ${seconds.toFixed(1)} s in ${asked.join(', ')}.${versionText(gate)}`;
  }
  const why = gate.unmet.map(
    ({ regions, sentence }) => `${regions.length > 0 ? `${regions.join(', ')}: ` : ''}${sentence}`,
  );
  const begin = state === 'waiting' ? 'Waiting.' : `Not passed within ${timeoutMs / 1000} s.`;
  return [begin, ...why].join(' ');
}

function versionText({ asked, sightings }: GateRow): string {
  const versions = new Set(asked.flatMap((region) => sightings[region]?.version ?? []));
  return versions.size === 1 ? ` Version ${[...versions].join()} is served.` : '';
}

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Phase } from '@alivemcp/contracts';
import { latencyBucket, latencyOfBucket } from './buckets.ts';
import type { Check } from './check.ts';
import { COMMON_KINDS } from './common-kinds.ts';
import { createDecoder, createEncoder } from './range-coder.ts';

const FORMAT = 1;
/** The format, and how long the kinds are. */
const HEAD_BYTES = 5;
const SECOND_MS = 1_000;

/** What checks have in common: most of a day's are of one or two kinds. */
type Kind = Omit<Check, 'scheduledAt' | 'startedAt' | 'durationMs' | 'latencyMs' | 'phases'> & {
  timed: boolean;
  phases: Omit<Phase, 'ms'>[];
};

/**
 * The checks of a server in a region, oldest first, as columns. What people look for is exact: when, outcome, class, latency,
 * attempts, contract. `startedAt` is kept as whole seconds after `scheduledAt`; the time of a phase as its bucket of the
 * latency histogram, off by at most 10 %, so that histograms made of packed checks are those made of raw ones; the time a good
 * check took after its answer as that of its `close`, unless it was more than a bucket from it.
 */
export function packChecks(checks: readonly Check[]): Buffer {
  const kinds = [...new Set(checks.map((check) => JSON.stringify(kindOf(check))))];
  const indexes = new Map(kinds.map((kind, i) => [kind, i]));
  const { number, end } = createEncoder();
  number('checks', checks.length);
  let last = 0;
  let step = 0;
  for (const check of checks) {
    const { latencyMs, durationMs } = check;
    const at = check.scheduledAt.getTime();
    number('kind', indexes.get(JSON.stringify(kindOf(check))) as number);
    number('scheduled', at - last - step);
    step = at - last;
    last = at;
    number('started', Math.floor((check.startedAt.getTime() - at) / SECOND_MS));
    const buckets = check.phases.map((phase) => latencyBucket(phase.ms));
    for (const [i, bucket] of buckets.entries()) number(`phase ${i}`, bucket);
    const expected = expect(check.phases, buckets);
    if (latencyMs === null) number('failed', durationMs - expected.durationMs);
    else {
      number('latency', latencyMs - expected.latencyMs);
      const after = latencyBucket(durationMs - latencyMs) - expected.afterBucket;
      number('after', Math.abs(after) <= 1 ? 0 : after);
    }
  }
  const text = deflateRawSync(`[${kinds.join()}]`, { level: 9, dictionary: COMMON_KINDS });
  const head = Buffer.alloc(HEAD_BYTES);
  head.writeUInt8(FORMAT);
  head.writeUInt32LE(text.length, 1);
  return Buffer.concat([head, text, end()]);
}

/** What `packChecks` was given. Throws on what is not of its making. */
export function unpackChecks(packed: Buffer): Check[] {
  if (packed[0] !== FORMAT) throw new Error(`packed checks of an unknown format ${packed[0]}`);
  const textEnd = HEAD_BYTES + packed.readUInt32LE(1);
  const text = inflateRawSync(packed.subarray(HEAD_BYTES, textEnd), { dictionary: COMMON_KINDS });
  const kinds = JSON.parse(text.toString()) as Kind[];
  const { number } = createDecoder(packed.subarray(textEnd));
  let last = 0;
  let step = 0;
  return Array.from({ length: number('checks') }, () => {
    const { timed, phases: shape, ...kind } = kinds[number('kind')] as Kind;
    step += number('scheduled');
    last += step;
    const startedAt = new Date(last + number('started') * SECOND_MS);
    const buckets = shape.map((_, i) => number(`phase ${i}`));
    const expected = expect(shape, buckets);
    const latencyMs = timed ? expected.latencyMs + number('latency') : null;
    return {
      ...kind,
      scheduledAt: new Date(last),
      startedAt,
      durationMs:
        latencyMs === null
          ? expected.durationMs + number('failed')
          : latencyMs + Math.round(latencyOfBucket(expected.afterBucket + number('after'))),
      latencyMs,
      phases: shape.map((phase, i) => ({ ...phase, ms: latencyOfBucket(buckets[i] as number) })),
    };
  });
}

/** The phases tell most of the latency and of the duration: what is left over is small. */
function expect(shape: readonly Omit<Phase, 'ms'>[], buckets: readonly number[]) {
  let latencyMs = 0;
  let afterMs = 0;
  shape.forEach(({ name }, i) => {
    const ms = latencyOfBucket(buckets[i] as number);
    if (name === 'close') afterMs += ms;
    else latencyMs += ms;
  });
  return {
    latencyMs: Math.round(latencyMs),
    durationMs: Math.round(latencyMs + afterMs),
    afterBucket: latencyBucket(afterMs),
  };
}

/** Written out: the order of the names is that of the text two checks are compared by. */
const kindOf = (check: Check): Kind => ({
  reason: check.reason,
  outcome: check.outcome,
  posture: check.posture,
  class: check.class,
  protocol: check.protocol && {
    version: check.protocol.version,
    era: check.protocol.era,
    transport: check.protocol.transport,
  },
  toolsHash: check.toolsHash,
  toolsCount: check.toolsCount,
  attempts: check.attempts,
  suspect: check.suspect,
  timed: check.latencyMs !== null,
  phases: check.phases.map(({ name, ok }) => ({ name, ok })),
});

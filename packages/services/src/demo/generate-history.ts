import { FAILURE_CLASSES, type FailureClass, type ServerStatus } from '@alivemcp/contracts';
import type { PastCause } from './past-causes.ts';
import { characterOf } from './past-characters.ts';
import { createRandom } from './random.ts';

/** A time in which a server was not well. Times are epoch ms. */
export type Failure = { kind: 'down' | 'degraded'; class: PastCause; from: number; to: number };

export type PastChange = { from: ServerStatus; to: ServerStatus; at: number; class: FailureClass | null };

export type History = { failures: Failure[]; changes: PastChange[] };

const QUARTER_MS = 90 * 86_400_000;
const MINUTE_MS = 60_000;
/** No failure is longer than this share of the time until the next may come. */
const LONGEST_SHARE = 0.3;

/**
 * What a server of the demo went through between `from` and `to`: the same for the same arguments. It begins up at `from`
 * and is up again before `to`.
 */
export function generateHistory(serverIndex: number, from: number, to: number): History {
  const failures = generateFailures(serverIndex, from, to);
  const changes: PastChange[] = [{ from: 'pending', to: 'up', at: from, class: null }];
  for (const failure of failures) {
    changes.push({ from: 'up', to: failure.kind, at: failure.from, class: failure.class });
    changes.push({ from: failure.kind, to: 'up', at: failure.to, class: null });
  }
  return { failures, changes };
}

/** The time is cut into equal parts with one failure in each, so that they never meet. */
function generateFailures(serverIndex: number, from: number, to: number): Failure[] {
  const { failures: perQuarter, typicalMinutes, causes } = characterOf(serverIndex);
  const random = createRandom(serverIndex + 1);
  const count = Math.round((perQuarter * (to - from)) / QUARTER_MS);
  const part = (to - from) / count;
  return Array.from({ length: count }, (_, i) => {
    const start = Math.floor(from + part * (i + 0.05 + 0.6 * random()));
    const minutes = typicalMinutes * (0.3 - Math.log(1 - random()));
    const cause = causes[Math.floor(random() * causes.length)] ?? causes[0];
    const kind = FAILURE_CLASSES[cause].effect === 'degraded' ? 'degraded' : 'down';
    return {
      kind,
      class: cause,
      from: start,
      to: start + Math.ceil(Math.min(minutes * MINUTE_MS, part * LONGEST_SHARE)),
    };
  });
}

import type { DriftChange } from '@alivemcp/contracts';
import { change, type Pair } from '../diff/change.ts';
import type { ChangeKind, Side } from '../diff/kinds.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { pointer } from '../diff/pointer.ts';
import type { Trail } from './trail.ts';

/** Where in a tool's schema the comparison stands. `path` is for people: `filter.tags[]`. */
export type Spot = {
  tool: string | null;
  side: Side;
  pointer: string;
  path: string;
  /** Levels below the whole schema. */
  depth?: number;
  /** What `path` leads to, where it does not begin at the schema itself. */
  noun?: 'definition';
};

/** A spot of a comparison under way. */
export type Stand = Spot & { trail: Trail };

/** Sentences cut it even shorter. */
const MAX_PATH = 200;

/** The spot below `keys`; `step` is how people write it (`.name`, `[]`). */
export const below = <S extends Spot>(spot: S, keys: (string | number)[], step: string): S => ({
  ...spot,
  depth: (spot.depth ?? 0) + 1,
  pointer: pointer(spot.pointer, ...keys),
  path: (spot.path === '' ? step.replace(/^\./, '') : spot.path + step).slice(0, MAX_PATH),
});

/** What a sentence calls the spot. */
function subject({ side, path, noun }: Spot): string {
  if (path === '') return `the ${side} schema`;
  return `${noun ?? (side === 'input' ? 'parameter' : 'result field')} "${markHidden(path)}"`;
}

/** A change at the keyword of a schema, or at the schema itself when `key` is null. `says` completes "<subject> …". */
export const at = (spot: Spot, key: string | null, kind: ChangeKind, pair: Pair, says: string): DriftChange =>
  change({
    kind,
    tool: spot.tool,
    side: spot.side,
    pointer: key === null ? spot.pointer : pointer(spot.pointer, key),
    summary: `Tool "${markHidden(spot.tool ?? '')}": ${subject(spot)} ${says}.`,
    ...pair,
  });

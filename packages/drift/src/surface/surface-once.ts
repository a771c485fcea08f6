import { SURFACE_LISTS } from '@alivemcp/contracts';
import { type CanonicalSurface, canonicalSurface, type SurfaceInput } from './canonical-surface.ts';

type Last = Pick<SurfaceInput, 'instructions'> & { name: string | undefined; surface: CanonicalSurface };
type Known = { below: WeakMap<object, Known>; last?: Last };

/** Stands for a part that there is none of. */
const NONE = {};

/**
 * `canonicalSurface` that works once for the same parts: for whoever is given the very same objects again and again, as by
 * a probe whose server's answers have not changed. They must not be written to, and what is remembered goes with them.
 */
export function createSurfaceOnce(): (input: SurfaceInput) => CanonicalSurface {
  const root: Known = { below: new WeakMap() };
  return (input) => {
    const { capabilities, instructions, lists } = input;
    const name = input.serverInfo?.name;
    const known = [capabilities, ...SURFACE_LISTS.map((list) => lists[list])].reduce<Known>(step, root);
    const { last } = known;
    if (last !== undefined && last.name === name && last.instructions === instructions) return last.surface;
    const surface = canonicalSurface(input);
    known.last = { name, instructions, surface };
    return surface;
  };
}

function step({ below }: Known, part: object | null | undefined): Known {
  const key = part ?? NONE;
  const next = below.get(key) ?? { below: new WeakMap() };
  below.set(key, next);
  return next;
}

import type { SurfaceList } from '@alivemcp/contracts';
import { isObject } from '../tools/list-parameters.ts';

const NAME_OF: Record<SurfaceList, string> = { prompts: 'name', resources: 'uri', resourceTemplates: 'uriTemplate' };

/** What the entries of a list go by. Untrusted: null stands for an entry without it; the whole is null where nothing was read. */
export function listNames(surface: Record<string, unknown>, list: SurfaceList): (string | null)[] | null {
  const entries = surface[list];
  if (!Array.isArray(entries)) return null;
  return entries.map((entry) => {
    const name = isObject(entry) ? entry[NAME_OF[list]] : null;
    return typeof name === 'string' ? name : null;
  });
}

import type { SurfaceList } from '@alivemcp/contracts';
import { isJsonObject, type Json, own } from '../canonical/json.ts';

const KEYS: Record<SurfaceList, string> = { prompts: 'name', resources: 'uri', resourceTemplates: 'uriTemplate' };

/** What clients ask for an entry of a list by; null where it has nothing of it. Hostile text. */
export function entryKey(list: SurfaceList, entry: Json): string | null {
  const key = isJsonObject(entry) ? own(entry, KEYS[list]) : null;
  return typeof key === 'string' ? key : null;
}

export const argumentName = (argument: Json): string | null => entryKey('prompts', argument);

import { isJsonObject, type Json, own } from '../canonical/json.ts';

/** Empty where there is none. */
export function descriptionOf(item: Json): string {
  const description = isJsonObject(item) ? own(item, 'description') : undefined;
  return typeof description === 'string' ? description : '';
}

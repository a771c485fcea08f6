import type { Json } from '../canonical/json.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

const ANY = ['array', 'boolean', 'null', 'number', 'object', 'string'];

/** `type`: absent means any; every integer is a number. */
export const type = perKeyword(['type'], (spot, key, before, after) => {
  const was = typesOf(before);
  const is = typesOf(after);
  const pair = { before, after };
  if (was === null || is === null) {
    return [at(spot, key, 'schema_changed', pair, 'has another "type", which is no valid JSON Schema')];
  }
  const narrower = is.every((name) => accepts(was, name));
  const wider = was.every((name) => accepts(is, name));
  if (narrower && wider) return [];
  const says = `has another type: ${say(was)}, now ${say(is)}`;
  return [at(spot, key, narrower ? 'type_narrowed' : wider ? 'type_widened' : 'type_changed', pair, says)];
});

const accepts = (types: readonly string[], name: string): boolean =>
  types.includes(name) || (name === 'integer' && types.includes('number'));

/** null when it is no valid `type`. */
function typesOf(value: Json | undefined): string[] | null {
  if (value === undefined) return ANY;
  const names = Array.isArray(value) ? value : [value];
  const valid = names
    .filter((name) => typeof name === 'string')
    .filter((name) => name === 'integer' || ANY.includes(name));
  return valid.length === names.length ? [...new Set(valid)] : null;
}

const say = (types: string[]): string => (types === ANY ? 'any' : types.join(' or '));

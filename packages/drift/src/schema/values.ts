import { canonicalJson } from '../canonical/canonical-json.ts';
import { type Json, type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import type { Comparer } from './comparer.ts';
import { at, type Spot } from './spot.ts';

/** `enum` and `const`: the values that are allowed, whichever way it is said. */
export const values: Comparer = {
  claims: ['enum', 'const'],
  compare(spot, before, after) {
    const was = allowed(before);
    const is = allowed(after);
    const key = own(after, 'const') !== undefined || own(before, 'const') !== undefined ? 'const' : 'enum';
    const pair = { before: own(before, key), after: own(after, key) };
    if (was === 'invalid' || is === 'invalid') {
      return [at(spot, key, 'schema_changed', pair, `has another "${key}", which is no valid JSON Schema`)];
    }
    if (was === 'any' && is === 'any') return [];
    if (was === 'any') return [at(spot, key, 'enum_narrowed', pair, `now ${verb(spot)} only listed values`)];
    if (is === 'any') return [at(spot, key, 'enum_widened', pair, 'is no longer held to listed values')];
    const gone = [...was].filter((text) => !is.has(text));
    const come = [...is].filter((text) => !was.has(text));
    return [
      ...(gone.length > 0 ? [at(spot, key, 'enum_narrowed', pair, `no longer ${verb(spot)} ${list(gone)}`)] : []),
      ...(come.length > 0 ? [at(spot, key, 'enum_widened', pair, `now also ${verb(spot)} ${list(come)}`)] : []),
    ];
  },
};

function allowed(schema: JsonObject): Set<string> | 'any' | 'invalid' {
  const constant = own(schema, 'const');
  const listed = own(schema, 'enum');
  if (listed === undefined) return constant === undefined ? 'any' : texts([constant]);
  if (!Array.isArray(listed)) return 'invalid';
  // Both at once: a value must satisfy the two.
  return texts(constant === undefined ? listed : listed.filter((item) => sameJson(item, constant)));
}

const verb = ({ side }: Spot): string => (side === 'input' ? 'takes' : 'gives');

const texts = (items: Json[]): Set<string> => new Set(items.map(canonicalJson));

const list = (items: string[]): string =>
  items.length > 3 ? `${items.length} values` : items.map((text) => markHidden(text, 30)).join(', ');

import { isJsonObject, type Json, own } from '../canonical/json.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

/** `dependentRequired`: what must be sent together with a parameter; the order of the names has no meaning. */
export const dependentRequired = perKeyword(['dependentRequired'], (spot, key, before = {}, after = {}) => {
  const pair = { before, after };
  const was = demands(before);
  const is = demands(after);
  if (was === null || is === null) {
    return [at(spot, key, 'schema_changed', pair, `has another "${key}", which is no valid JSON Schema`)];
  }
  const more = [...is].some((demand) => !was.has(demand));
  const fewer = [...was].some((demand) => !is.has(demand));
  if (more) return [at(spot, key, 'constraint_tightened', pair, 'asks for more parameters together')];
  return fewer ? [at(spot, key, 'constraint_loosened', pair, 'asks for fewer parameters together')] : [];
});

/** Every "with this, that"; null when it is no valid `dependentRequired`. */
function demands(value: Json): Set<string> | null {
  if (!isJsonObject(value)) return null;
  const lists = Object.keys(value).map((name) => ({ name, others: own(value, name) }));
  if (!lists.every(({ others }) => Array.isArray(others) && others.every((other) => typeof other === 'string'))) {
    return null;
  }
  return new Set(
    lists.flatMap(({ name, others }) => (others as string[]).map((other) => JSON.stringify([name, other]))),
  );
}

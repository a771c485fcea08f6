import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type JsonObject, own } from '../canonical/json.ts';
import type { Comparer } from './comparer.ts';
import { at, below, type Spot } from './spot.ts';

/** `properties` and `required`, which only together say what a caller may and must send. */
export const properties: Comparer = {
  claims: ['properties', 'required'],
  compare(spot, before, after, follow) {
    const was = shapeOf(before);
    const is = shapeOf(after);
    if (was === null || is === null) {
      const pair = { before: own(before, 'properties'), after: own(after, 'properties') };
      return [at(spot, 'properties', 'schema_changed', pair, 'has other properties, not valid JSON Schema')];
    }
    return [...namesOf(was, is)].flatMap((name) => {
      const child = below(spot, ['properties', name], `.${name}`);
      const left = own(was.properties, name);
      const right = own(is.properties, name);
      const mustBefore = was.required.has(name);
      const mustNow = is.required.has(name);
      if (left === undefined && right !== undefined) return [added(child, right, mustNow && !mustBefore)];
      if (left !== undefined && right === undefined) {
        return [at(child, null, 'parameter_removed', { before: left, after: undefined }, 'was removed')];
      }
      return [
        ...(mustBefore === mustNow ? [] : [requiredness(child, mustNow)]),
        ...(left === undefined || right === undefined ? [] : follow(child, left, right)),
      ];
    });
  },
};

type Shape = { properties: JsonObject; required: Set<string> };

/** null when one of the two keywords is not what JSON Schema says. */
function shapeOf(schema: JsonObject): Shape | null {
  const map = own(schema, 'properties') ?? {};
  const list = own(schema, 'required') ?? [];
  if (!isJsonObject(map) || !Array.isArray(list)) return null;
  const names = list.filter((name) => typeof name === 'string');
  return names.length === list.length ? { properties: map, required: new Set(names) } : null;
}

const namesOf = (a: Shape, b: Shape): Set<string> =>
  new Set([...Object.keys(a.properties), ...a.required, ...Object.keys(b.properties), ...b.required]);

const added = (child: Spot, schema: JsonObject[string], required: boolean): DriftChange =>
  required
    ? at(child, null, 'required_parameter_added', { before: undefined, after: schema }, 'was added and is required')
    : at(child, null, 'parameter_added', { before: undefined, after: schema }, 'was added');

const requiredness = (child: Spot, required: boolean): DriftChange =>
  required
    ? at(child, null, 'parameter_made_required', { before: false, after: true }, 'is now required')
    : at(child, null, 'parameter_made_optional', { before: true, after: false }, 'is now optional');

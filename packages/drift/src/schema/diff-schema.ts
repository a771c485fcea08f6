import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { alternatives } from './alternatives.ts';
import { bounds } from './bounds.ts';
import type { Comparer } from './comparer.ts';
import { constraints } from './constraints.ts';
import { definitions } from './definitions.ts';
import { dependentRequired } from './dependent-required.ts';
import { withJoinedTypes } from './joined-types.ts';
import { multiples } from './multiples.ts';
import { namedSchemas } from './named-schemas.ts';
import { negation } from './negation.ts';
import { notes } from './notes.ts';
import { properties } from './properties.ts';
import { unwrapped } from './references.ts';
import { at, type Spot, type Stand } from './spot.ts';
import { subschemas } from './subschemas.ts';
import { beginTrail, followedOnce } from './trail.ts';
import { tuples } from './tuples.ts';
import { type } from './type.ts';
import { values } from './values.ts';

const COMPARERS: readonly Comparer[] = [
  properties,
  type,
  values,
  bounds,
  multiples,
  constraints,
  dependentRequired,
  subschemas,
  negation,
  tuples,
  alternatives,
  namedSchemas,
  definitions,
  notes,
];
const CLAIMED = new Set(COMPARERS.flatMap(({ claims }) => claims));

/** Every change between two whole schemas: at least one when their canonical texts differ, none when they do not. */
export function diffSchema(spot: Spot, before: Json | undefined, after: Json | undefined): DriftChange[] {
  if (sameJson(before, after)) return [];
  const pair = { before, after };
  if (before === undefined) return [at(spot, null, 'schema_added', pair, 'was added')];
  if (after === undefined) return [at(spot, null, 'schema_removed', pair, 'was removed')];
  if (!isJsonObject(before) || !isJsonObject(after)) {
    return [at(spot, null, 'schema_changed', pair, 'was replaced by another')];
  }
  const changes = diffObjects({ ...spot, trail: beginTrail(spot.pointer, before, after) }, before, after);
  return changes.length > 0 ? changes : [at(spot, null, 'schema_respelled', pair, 'writes the same in another way')];
}

/** Every change between two schemas inside of them: none when they mean the same in the eyes of who compares. */
function diffInner(spot: Stand, before: Json, after: Json): DriftChange[] {
  if (spot.trail.nested > 0) spot.trail.left.steps--;
  if (sameJson(before, after)) return [];
  const pair = { before, after };
  const was = before === true ? {} : before;
  const is = after === true ? {} : after;
  if (is === false) return [at(spot, null, 'constraint_tightened', pair, 'lets nothing pass any more')];
  if (was === false) return [at(spot, null, 'constraint_loosened', pair, 'no longer lets nothing pass')];
  if (!isJsonObject(was) || !isJsonObject(is)) {
    return [at(spot, null, 'schema_changed', pair, 'was replaced by another')];
  }
  if (sameJson(was, is)) return [at(spot, null, 'schema_respelled', pair, 'writes the same in another way')];
  return diffObjects(spot, was, is);
}

function diffObjects(spot: Stand, before: JsonObject, after: JsonObject): DriftChange[] {
  const wrapper = ['$ref', 'allOf'].find((key) => isWrapped(key, before, after));
  if (wrapper !== undefined) return diffUnwrapped(spot, wrapper, before, after);
  return diffJoined(spot, before, after) ?? diffPlain(spot, before, after);
}

const diffPlain = (spot: Stand, before: JsonObject, after: JsonObject): DriftChange[] => [
  ...COMPARERS.flatMap((comparer) => ask(comparer, spot, before, after)),
  ...unclaimed(spot, before, after),
];

/** Where one of the two spells in `anyOf` what the other one may spell in `type`; null where it does not. */
function diffJoined(spot: Stand, before: JsonObject, after: JsonObject): DriftChange[] | null {
  const spelt = [before, after].map((schema) => own(schema, 'anyOf') !== undefined);
  if (spelt[0] === spelt[1]) return null;
  const was = spelt[0] ? withJoinedTypes(before) : before;
  const is = spelt[1] ? withJoinedTypes(after) : after;
  if (was === null || is === null) return null;
  const changes = diffInner(spot, was, is);
  return changes.length > 0 ? changes : [respelled(spot, 'anyOf', before, after)];
}

/** Whether one of the two says in a wrapper what the other one may say without, or in another. */
function isWrapped(key: string, before: JsonObject, after: JsonObject): boolean {
  const [was, is] = [own(before, key), own(after, key)];
  if (key === '$ref') return !sameJson(was, is);
  const single = (value: Json | undefined) => Array.isArray(value) && value.length === 1;
  return (single(was) && is === undefined) || (single(is) && was === undefined);
}

function diffUnwrapped(spot: Stand, key: string, before: JsonObject, after: JsonObject): DriftChange[] {
  const pair = { before: own(before, key), after: own(after, key) };
  const trail = followedOnce(spot.trail, spot.depth ?? 0, pair.before, pair.after);
  if (trail === 'again') return [];
  const was = unwrapped(spot.trail.before, before);
  const is = unwrapped(spot.trail.after, after);
  if (trail === null || was === null || is === null) {
    return [at(spot, key, 'reference_changed', pair, `has another "${key}", which cannot be followed`)];
  }
  const changes = diffInner({ ...spot, trail }, was, is);
  return changes.length > 0 ? changes : [respelled(spot, key, before, after)];
}

const respelled = (spot: Spot, key: string, before: JsonObject, after: JsonObject): DriftChange => {
  const pair = { before: own(before, key), after: own(after, key) };
  return at(spot, key, 'schema_respelled', pair, `writes the same "${markHidden(key)}" in another way`);
};

function ask(comparer: Comparer, spot: Stand, before: JsonObject, after: JsonObject): DriftChange[] {
  const differing = comparer.claims.find((key) => !sameJson(own(before, key), own(after, key)));
  if (differing === undefined) return [];
  const changes = comparer.compare(spot, before, after, diffInner);
  return changes.length > 0 ? changes : [respelled(spot, differing, before, after)];
}

/** Keywords nobody understands: held to be breaking, except vendors' notes. */
function unclaimed(spot: Stand, before: JsonObject, after: JsonObject): DriftChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const pair = { before: own(before, key), after: own(after, key) };
    if (CLAIMED.has(key) || sameJson(pair.before, pair.after)) return [];
    const kind = key.startsWith('x-') ? 'schema_note_changed' : 'schema_changed';
    return [at(spot, key, kind, pair, `has another "${markHidden(key)}"`)];
  });
}

import type { DriftChange } from '@alivemcp/contracts';
import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import { sameJson } from '../canonical/same-json.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { alternatives } from './alternatives.ts';
import { bounds } from './bounds.ts';
import type { Comparer } from './comparer.ts';
import { constraints } from './constraints.ts';
import { namedSchemas } from './named-schemas.ts';
import { notes } from './notes.ts';
import { properties } from './properties.ts';
import { at, type Spot } from './spot.ts';
import { subschemas } from './subschemas.ts';
import { tuples } from './tuples.ts';
import { type } from './type.ts';
import { values } from './values.ts';

const COMPARERS: readonly Comparer[] = [
  properties,
  type,
  values,
  bounds,
  constraints,
  subschemas,
  tuples,
  alternatives,
  namedSchemas,
  notes,
];
const CLAIMED = new Set(COMPARERS.flatMap(({ claims }) => claims));

/** Every change between two schemas: at least one when their canonical texts differ, none when they do not. */
export function diffSchema(spot: Spot, before: Json | undefined, after: Json | undefined): DriftChange[] {
  if (sameJson(before, after)) return [];
  const pair = { before, after };
  if (before === undefined) return [at(spot, null, 'schema_added', pair, 'was added')];
  if (after === undefined) return [at(spot, null, 'schema_removed', pair, 'was removed')];
  if (!isJsonObject(before) || !isJsonObject(after)) {
    return [at(spot, null, 'schema_changed', pair, 'was replaced by another')];
  }
  return [...COMPARERS.flatMap((comparer) => ask(comparer, spot, before, after)), ...unclaimed(spot, before, after)];
}

function ask(comparer: Comparer, spot: Spot, before: JsonObject, after: JsonObject): DriftChange[] {
  const differing = comparer.claims.find((key) => !sameJson(own(before, key), own(after, key)));
  if (differing === undefined) return [];
  const changes = comparer.compare(spot, before, after, diffSchema);
  if (changes.length > 0) return changes;
  const pair = { before: own(before, differing), after: own(after, differing) };
  return [at(spot, differing, 'schema_respelled', pair, `writes the same "${differing}" in another way`)];
}

/** Keywords nobody understands: held to be breaking, except vendors' notes. `x-mcp-header` changes what a client must send. */
function unclaimed(spot: Spot, before: JsonObject, after: JsonObject): DriftChange[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const pair = { before: own(before, key), after: own(after, key) };
    if (CLAIMED.has(key) || sameJson(pair.before, pair.after)) return [];
    const note = key.startsWith('x-') && key !== 'x-mcp-header';
    return [at(spot, key, note ? 'schema_note_changed' : 'schema_changed', pair, `has another "${markHidden(key)}"`)];
  });
}

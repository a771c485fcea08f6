import type { SurfaceList } from '@alivemcp/contracts';
import { byCodeUnits, canonicalJson } from '../canonical/canonical-json.ts';
import { canonicalValue } from '../canonical/canonical-value.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import { argumentName, entryKey } from './entry-key.ts';

/** The entries in the order of what they are asked for by; equal ones by their text. */
export function canonicalList(list: SurfaceList, entries: readonly unknown[]): Json[] {
  const plain = list === 'prompts' ? withSortedArguments : withoutState;
  return sortedBy(
    entries.map((entry) => plain(canonicalValue(entry, 'data'))),
    (entry) => entryKey(list, entry),
  );
}

/** Arguments are passed by name: their order means nothing. */
function withSortedArguments(prompt: Json): Json {
  const given = isJsonObject(prompt) ? own(prompt, 'arguments') : undefined;
  if (!isJsonObject(prompt) || !Array.isArray(given)) return prompt;
  return replaced(prompt, 'arguments', sortedBy(given, argumentName));
}

/** Size and date of a resource are those of its content, which may change at any time and breaks no promise. */
function withoutState(resource: Json): Json {
  if (!isJsonObject(resource)) return resource;
  const sizeless = replaced(resource, 'size', undefined);
  const annotations = own(resource, 'annotations');
  return isJsonObject(annotations)
    ? replaced(sizeless, 'annotations', replaced(annotations, 'lastModified', undefined))
    : sizeless;
}

/** A copy with another value under `key`, or without it. */
function replaced(object: JsonObject, key: string, value: Json | undefined): JsonObject {
  const entries = Object.entries(object).flatMap(([name, item]): [string, Json][] => {
    if (name !== key) return [[name, item]];
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

const sortedBy = (values: Json[], keyOf: (value: Json) => string | null): Json[] =>
  values
    .map((value) => ({ value, key: keyOf(value) ?? '', text: canonicalJson(value) }))
    .sort((a, b) => byCodeUnits(a.key, b.key) || byCodeUnits(a.text, b.text))
    .map(({ value }) => value);

import { isObject, type JsonObject } from '../../json-rpc.ts';
import type { Keyword } from './keywords.ts';
import { all, must, spend, UNKNOWN, type Verdict } from './run.ts';

type Given = Parameters<Keyword>[0];

const ofObject =
  (judge: (given: Omit<Given, 'value'> & { value: JsonObject }) => Verdict): Keyword =>
  (given) =>
    isObject(given.value) ? judge({ ...given, value: given.value }) : 'valid';

const below = (at: string, key: string): string => `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

const ofCount = (fits: (count: number, is: number) => boolean, says: string): Keyword =>
  ofObject(({ run, is, value, at }) => {
    const count = Object.keys(value).length;
    return typeof is === 'number' && spend(run, count) ? must(fits(count, is), at, `${says} ${is} members`) : UNKNOWN;
  });

function hasAll(given: Pick<Given, 'run' | 'at'> & { value: JsonObject }, names: unknown): Verdict {
  if (!Array.isArray(names) || !spend(given.run, names.length)) return UNKNOWN;
  return all(names as unknown[], (name) =>
    typeof name === 'string' ? must(Object.hasOwn(given.value, name), given.at, `has no ${name}`) : UNKNOWN,
  );
}

const eachProperty = ofObject(({ run, is, value, at }) => {
  if (!isObject(is)) return UNKNOWN;
  const entries = Object.entries(is);
  if (!spend(run, entries.length)) return UNKNOWN;
  return all(entries, ([key, part]) =>
    Object.hasOwn(value, key) ? run.judge(part, value[key], below(at, key)) : 'valid',
  );
});

const eachOther = ofObject(({ run, schema, is, value, at }) => {
  const named = isObject(schema.properties) ? schema.properties : {};
  const patterns = isObject(schema.patternProperties) && Object.keys(schema.patternProperties).length > 0;
  const others = Object.keys(value).filter((key) => !Object.hasOwn(named, key));
  if (!spend(run, others.length)) return UNKNOWN;
  return all(others, (key) => (patterns ? UNKNOWN : run.judge(is, value[key], below(at, key))));
});

/** What the presence of one member asks for: other members, or a schema for the whole. */
const dependencies = ofObject((given) => {
  const { run, is, value, at } = given;
  if (!isObject(is) || !spend(run, Object.keys(is).length)) return UNKNOWN;
  return all(Object.entries(is), ([key, asked]) => {
    if (!Object.hasOwn(value, key)) return 'valid';
    return Array.isArray(asked) ? hasAll(given, asked) : run.judge(asked, value, at);
  });
});

export const OBJECTS: Record<string, Keyword> = {
  properties: eachProperty,
  additionalProperties: eachOther,
  required: ofObject((given) => hasAll(given, given.is)),
  minProperties: ofCount((count, is) => count >= is, 'has fewer than'),
  maxProperties: ofCount((count, is) => count <= is, 'has more than'),
  propertyNames: ofObject(({ run, is, value, at }) =>
    all(Object.keys(value), (key) => run.judge(is, key, below(at, key))),
  ),
  dependentRequired: dependencies,
  dependentSchemas: dependencies,
  dependencies,
};

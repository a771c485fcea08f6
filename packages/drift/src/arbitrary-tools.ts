// biome-ignore lint/correctness/noUndeclaredDependencies: for tests alone, declared at the root with vitest
import fc from 'fast-check';
import type { Json, JsonObject } from './canonical/json.ts';

// Few names and values, so that two random lists often meet on the same ground; the nasty ones among them.
const name = fc.constantFrom(
  'a',
  'b',
  'required',
  'default',
  'enum',
  'properties',
  '__proto__',
  'constructor',
  '',
  '1',
  '2',
  '\ud800',
  '/~',
);
const scalar = fc.constantFrom<Json>(null, true, false, 0, 1, -1.5, 1e21, '', 'a', 'b', '\u0000', '\ud800', 'é');
const typeName = fc.constantFrom('string', 'number', 'integer', 'object', 'null', 'nonsense');
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
/** An object with own members only, `__proto__` too, as JSON.parse makes it. */
const dictionary = (value: fc.Arbitrary<Json>) =>
  list(fc.tuple(name, value)).map((entries): JsonObject => Object.fromEntries(entries));

const oneOfKeywords = (schema: fc.Arbitrary<Json>) =>
  fc.oneof(
    fc.tuple(fc.constantFrom('properties', '$defs', 'patternProperties'), dictionary(schema)),
    fc.tuple(fc.constantFrom('required', 'enum'), list(fc.oneof(name, scalar))),
    fc.tuple(fc.constant('required'), list(name)),
    fc.tuple(fc.constant('type'), fc.oneof(typeName, list(typeName))),
    fc.tuple(fc.constantFrom('items', 'additionalProperties', 'not', 'contains'), schema),
    fc.tuple(fc.constantFrom('anyOf', 'oneOf', 'allOf', 'prefixItems'), list(schema)),
    fc.tuple(fc.constantFrom('minimum', 'maximum', 'minLength', 'pattern', 'uniqueItems', 'const', 'default'), scalar),
    fc.tuple(
      fc.constant('$ref'),
      fc.constantFrom(
        '#',
        '#/$defs/a',
        '#/$defs/b',
        '#/$defs/1',
        '#/properties/a',
        '#/allOf/0',
        '#/$defs/%',
        'https://a.example',
      ),
    ),
    fc.tuple(fc.constantFrom('then', 'else', 'multipleOf', 'dependentRequired'), fc.oneof(schema, scalar)),
    fc.tuple(
      fc.constantFrom('description', 'title', '$ref', 'x-vendor', 'x-mcp-header', '__proto__', 'properties', 'type'),
      scalar,
    ),
  );

const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<Json>(true, false, {}, { type: 'string' }),
    list(oneOfKeywords(tie('schema'))).map((entries): Json => Object.fromEntries(entries)),
  ),
}));

const member = fc.oneof(
  fc.tuple(fc.constantFrom('inputSchema', 'outputSchema'), schema),
  fc.tuple(fc.constantFrom('description', 'title', 'icons', '_meta', 'x', '__proto__', 'execution'), scalar),
  fc.tuple(fc.constant('annotations'), fc.oneof(scalar, dictionary(scalar))),
);

const named = fc
  .tuple(fc.constantFrom('search', 'book', '', 'é', '\ud800'), list(member))
  .map(([toolName, members]): Json => Object.fromEntries([['name', toolName], ...members]));

/** One entry of a tool list, now and then no tool at all. */
const arbitraryTool: fc.Arbitrary<Json> = fc.oneof(
  { arbitrary: named, weight: 9 },
  { arbitrary: fc.oneof(scalar, dictionary(scalar), list(scalar)), weight: 1 },
);

export const arbitraryTools = fc.array(arbitraryTool, { maxLength: 4 });

// biome-ignore lint/correctness/noUndeclaredDependencies: for tests alone, declared at the root with vitest
import fc from 'fast-check';
import type { Json } from './canonical/json.ts';
import type { SurfaceInput } from './surface/canonical-surface.ts';

// Few names and values, so that two random surfaces often meet on the same ground; the nasty ones among them.
const name = fc.constantFrom('a', 'b', 'required', 'arguments', '__proto__', '', '\ud800', '/~', '1');
const scalar = fc.constantFrom<Json>(null, true, false, 0, 1.5, '', 'a', 'b', '\u0000', 'é');
const list = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });
const object = (...members: fc.Arbitrary<[string, Json]>[]): fc.Arbitrary<Record<string, Json>> =>
  list(fc.oneof(...members)).map((entries) => Object.fromEntries(entries));
const member = (keys: string[], value: fc.Arbitrary<Json>): fc.Arbitrary<[string, Json]> =>
  fc.tuple(fc.constantFrom(...keys), value);

const anything = object(fc.tuple(name, scalar));
const shown = member(['description', 'title', 'icons', '_meta', 'x', '__proto__'], scalar);
const argument = fc.oneof(object(member(['name'], name), member(['required'], scalar), shown), scalar);
const prompt = object(member(['name'], name), member(['arguments'], fc.oneof(list(argument), scalar)), shown);
const resource = object(
  member(['uri', 'uriTemplate', 'name', 'mimeType'], name),
  member(['annotations'], fc.oneof(anything, scalar)),
  shown,
);
const entries = (entry: fc.Arbitrary<Json>) =>
  list(fc.oneof({ arbitrary: entry, weight: 9 }, { arbitrary: scalar, weight: 1 }));

/** What a probe may see of a server besides its tools; each list may be unread. */
export const arbitrarySurface: fc.Arbitrary<SurfaceInput> = fc.record({
  serverInfo: fc.option(fc.record({ name, version: fc.constantFrom('1.0.0', '2.0.0') })),
  capabilities: fc.option(object(fc.tuple(name, fc.oneof(anything, scalar)))),
  instructions: fc.option(fc.constantFrom('', 'a', 'Use a before b.', '\ud800')),
  lists: fc.record(
    { prompts: entries(prompt), resources: entries(resource), resourceTemplates: entries(resource) },
    { requiredKeys: [] },
  ),
});

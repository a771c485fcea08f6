import { readFileSync } from 'node:fs';
import type { ContractPart, DriftClass } from '@alivemcp/contracts';
import { describe, expect, it, test } from 'vitest';
import { diffSurfaces } from '../surface/diff-surfaces.ts';
import { diffToolLists } from './diff-tool-lists.ts';
import { type ChangeKind, KINDS } from './kinds.ts';

type Example = { before: unknown[]; after: unknown[]; class: DriftClass; pointer: string };

/** Two versions of the tool `t`. */
const tools = (before: object, after: object, kindClass: DriftClass, pointer: string): Example => ({
  before: [{ name: 't', ...before }],
  after: [{ name: 't', ...after }],
  class: kindClass,
  pointer,
});
const lists = (before: unknown[], after: unknown[], kindClass: DriftClass, pointer: string): Example => ({
  before,
  after,
  class: kindClass,
  pointer,
});
const prop = (schema: unknown, required = false) => ({
  type: 'object',
  properties: { q: schema },
  ...(required ? { required: ['q'] } : {}),
});
const withDef = (definition: unknown, used = true) => ({
  type: 'object',
  ...(used ? { properties: { q: { $ref: '#/$defs/A' } } } : {}),
  ...(definition === undefined ? {} : { $defs: { A: definition } }),
});
const search = { description: 'Finds orders by their number or name', inputSchema: prop({ type: 'string' }) };
const object = { type: 'object' };

const TOOLS = {
  tool_added: lists([], [{ name: 't' }], 'additive', '/t'),
  tool_removed: lists([{ name: 't' }], [], 'breaking', '/t'),
  tool_renamed: lists(
    [{ name: 'find_order', ...search }],
    [{ name: 'search_order', ...search }],
    'breaking',
    '/find_order',
  ),
  tool_deprecated: tools({ description: 'Adds.' }, { description: '[DEPRECATED] Adds.' }, 'behavioural', '/t'),
  tool_undeprecated: tools({ _meta: { deprecated: true } }, {}, 'behavioural', '/t'),
  duplicate_added: lists([{ name: 't' }], [{ name: 't' }, { name: 't', title: 'T' }], 'behavioural', '/t'),
  duplicate_removed: lists([{ name: 't' }, { name: 't', title: 'T' }], [{ name: 't' }], 'behavioural', '/t'),
  malformed_tool_added: lists([], [7], 'behavioural', '/'),
  malformed_tool_removed: lists([null], [], 'behavioural', '/'),
  description_changed: tools({ description: 'a' }, { description: 'b' }, 'behavioural', '/t/description'),
  privilege_widened: tools(
    { annotations: { readOnlyHint: true } },
    { annotations: { readOnlyHint: false } },
    'behavioural',
    '/t/annotations/readOnlyHint',
  ),
  privilege_narrowed: tools(
    { annotations: { destructiveHint: true } },
    { annotations: { destructiveHint: false } },
    'behavioural',
    '/t/annotations/destructiveHint',
  ),
  annotation_changed: tools({}, { annotations: { audience: 'all' } }, 'behavioural', '/t/annotations/audience'),
  tasks_required: tools({}, { execution: { taskSupport: 'required' } }, 'breaking', '/t/execution'),
  tasks_refused: tools(
    { execution: { taskSupport: 'optional' } },
    { execution: { taskSupport: 'forbidden' } },
    'breaking',
    '/t/execution',
  ),
  tasks_offered: tools({}, { execution: { taskSupport: 'optional' } }, 'additive', '/t/execution'),
  execution_changed: tools({}, { execution: { hint: 1 } }, 'behavioural', '/t/execution'),
  title_changed: tools({ title: 'a' }, { title: 'b' }, 'cosmetic', '/t/title'),
  icons_changed: tools({}, { icons: [{ src: 'https://a.example/i.png' }] }, 'cosmetic', '/t/icons'),
  meta_changed: tools({ _meta: { a: 1 } }, { _meta: { a: 2 } }, 'cosmetic', '/t/_meta'),
  member_changed: tools({}, { vendor: 1 }, 'cosmetic', '/t/vendor'),
  changes_left_out: lists(
    [],
    Array.from({ length: 1001 }, (_, i) => ({ name: `t${i}` })),
    'cosmetic',
    '',
  ),
} satisfies Partial<Record<ChangeKind, Example>>;

type SurfaceExample = [before: object, after: object, expected: DriftClass, part: ContractPart, pointer: string];

const prompt = (more: object) => ({ prompts: [{ name: 'p', ...more }] });
const argument = (...given: object[]) => prompt({ arguments: given });
const resource = (more: object) => ({ resources: [{ uri: 'a://b', ...more }] });

const SURFACE = {
  server_renamed: [{ serverInfo: { name: 'a' } }, { serverInfo: { name: 'b' } }, 'behavioural', 'serverInfo', '/name'],
  instructions_added: [{ instructions: null }, { instructions: 'x' }, 'behavioural', 'instructions', ''],
  instructions_removed: [{ instructions: 'x' }, { instructions: null }, 'behavioural', 'instructions', ''],
  instructions_changed: [{ instructions: 'x' }, { instructions: 'y' }, 'behavioural', 'instructions', ''],
  capability_added: [{ capabilities: {} }, { capabilities: { prompts: {} } }, 'additive', 'capabilities', '/prompts'],
  capability_removed: [{ capabilities: { prompts: {} } }, { capabilities: {} }, 'breaking', 'capabilities', '/prompts'],
  capability_changed: [
    { capabilities: { resources: { subscribe: true } } },
    { capabilities: { resources: {} } },
    'behavioural',
    'capabilities',
    '/resources/subscribe',
  ],
  surface_respelled: [
    argument({ name: 'a', required: false }),
    argument({ name: 'a' }),
    'cosmetic',
    'prompts',
    '/p/arguments/a/required',
  ],
  prompt_added: [{ prompts: [] }, prompt({}), 'additive', 'prompts', '/p'],
  prompt_removed: [prompt({}), { prompts: [] }, 'breaking', 'prompts', '/p'],
  prompt_argument_added: [prompt({}), argument({ name: 'a' }), 'additive', 'prompts', '/p/arguments/a'],
  prompt_required_argument_added: [
    argument(),
    argument({ name: 'a', required: true }),
    'breaking',
    'prompts',
    '/p/arguments/a',
  ],
  prompt_argument_removed: [argument({ name: 'a' }), prompt({}), 'breaking', 'prompts', '/p/arguments/a'],
  prompt_argument_made_required: [
    argument({ name: 'a' }),
    argument({ name: 'a', required: true }),
    'breaking',
    'prompts',
    '/p/arguments/a/required',
  ],
  prompt_argument_made_optional: [
    argument({ name: 'a', required: true }),
    argument({ name: 'a', required: false }),
    'additive',
    'prompts',
    '/p/arguments/a/required',
  ],
  prompt_arguments_changed: [
    argument({ name: 'a' }),
    argument({ name: 'a' }, { name: 'a', title: 'A' }),
    'breaking',
    'prompts',
    '/p/arguments',
  ],
  prompt_description_changed: [
    argument({ name: 'a' }),
    argument({ name: 'a', description: 'x' }),
    'behavioural',
    'prompts',
    '/p/arguments/a/description',
  ],
  resource_added: [{ resources: [] }, resource({}), 'additive', 'resources', '/a:~1~1b'],
  resource_removed: [resource({}), { resources: [] }, 'breaking', 'resources', '/a:~1~1b'],
  resource_template_added: [
    { resourceTemplates: [] },
    { resourceTemplates: [{ uriTemplate: 'a:{b}' }] },
    'additive',
    'resourceTemplates',
    '/a:{b}',
  ],
  resource_template_removed: [
    { resourceTemplates: [{ uriTemplate: 'a:{b}' }] },
    { resourceTemplates: [] },
    'breaking',
    'resourceTemplates',
    '/a:{b}',
  ],
  resource_type_changed: [
    resource({ mimeType: 'text/plain' }),
    resource({ mimeType: 'text/html' }),
    'behavioural',
    'resources',
    '/a:~1~1b/mimeType',
  ],
  resource_description_changed: [
    { resourceTemplates: [{ uriTemplate: 'a:{b}' }] },
    { resourceTemplates: [{ uriTemplate: 'a:{b}', description: 'x' }] },
    'behavioural',
    'resourceTemplates',
    '/a:{b}/description',
  ],
  resource_name_changed: [resource({ name: 'a' }), resource({ name: 'b' }), 'cosmetic', 'resources', '/a:~1~1b/name'],
  malformed_entry_added: [{ resources: [] }, { resources: [{ name: 'a' }] }, 'behavioural', 'resources', '/'],
  malformed_entry_removed: [{ prompts: [7] }, { prompts: [] }, 'behavioural', 'prompts', '/'],
} satisfies Partial<Record<ChangeKind, SurfaceExample>>;

type SchemaKind = Exclude<ChangeKind, keyof typeof TOOLS | keyof typeof SURFACE>;
type SchemaExample = [before: unknown, after: unknown, input: DriftClass, output: DriftClass, pointer: string];

const SCHEMAS: Record<SchemaKind, SchemaExample> = {
  schema_added: [undefined, object, 'breaking', 'additive', ''],
  schema_removed: [object, undefined, 'breaking', 'breaking', ''],
  schema_changed: [object, { ...object, unheardOf: 1 }, 'breaking', 'breaking', '/unheardOf'],
  schema_respelled: [
    prop({ type: 'string' }),
    prop({ type: ['string'] }),
    'cosmetic',
    'cosmetic',
    '/properties/q/type',
  ],
  schema_description_changed: [
    prop({ description: 'a' }),
    prop({ description: 'b' }),
    'behavioural',
    'behavioural',
    '/properties/q/description',
  ],
  schema_note_changed: [prop({}), prop({ deprecated: true }), 'behavioural', 'behavioural', '/properties/q/deprecated'],
  schema_label_changed: [prop({ title: 'a' }), prop({ title: 'b' }), 'cosmetic', 'cosmetic', '/properties/q/title'],
  reference_changed: [
    prop({ $ref: 'https://a.example/1' }),
    prop({ $ref: 'https://a.example/2' }),
    'breaking',
    'breaking',
    '/properties/q/$ref',
  ],
  header_changed: [prop({}), prop({ 'x-mcp-header': 'Q' }), 'breaking', 'breaking', '/properties/q/x-mcp-header'],
  parameter_added: [object, prop({}), 'additive', 'additive', '/properties/q'],
  required_parameter_added: [object, prop({}, true), 'breaking', 'additive', '/properties/q'],
  parameter_removed: [prop({}), object, 'breaking', 'breaking', '/properties/q'],
  parameter_made_required: [prop({}), prop({}, true), 'breaking', 'additive', '/properties/q'],
  parameter_made_optional: [prop({}, true), prop({}), 'additive', 'breaking', '/properties/q'],
  type_changed: [prop({ type: 'string' }), prop({ type: 'number' }), 'breaking', 'breaking', '/properties/q/type'],
  type_narrowed: [prop({ type: 'number' }), prop({ type: 'integer' }), 'breaking', 'additive', '/properties/q/type'],
  type_widened: [
    prop({ type: 'string' }),
    prop({ type: ['string', 'null'] }),
    'additive',
    'breaking',
    '/properties/q/type',
  ],
  enum_narrowed: [prop({ enum: [1, 2] }), prop({ enum: [1] }), 'breaking', 'additive', '/properties/q/enum'],
  enum_widened: [prop({ enum: [1] }), prop({ enum: [1, 2] }), 'additive', 'behavioural', '/properties/q/enum'],
  default_changed: [prop({ default: 1 }), prop({ default: 2 }), 'behavioural', 'cosmetic', '/properties/q/default'],
  constraint_tightened: [prop({}), prop({ maxLength: 9 }), 'breaking', 'additive', '/properties/q/maxLength'],
  constraint_loosened: [prop({ maxLength: 9 }), prop({}), 'additive', 'behavioural', '/properties/q/maxLength'],
  constraint_changed: [
    prop({ pattern: 'a' }),
    prop({ pattern: 'b' }),
    'breaking',
    'behavioural',
    '/properties/q/pattern',
  ],
  alternative_added: [
    prop({ anyOf: [{ type: 'string' }] }),
    prop({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
    'additive',
    'breaking',
    '/properties/q/anyOf/1',
  ],
  alternative_removed: [
    prop({ oneOf: [{ type: 'string' }, { type: 'null' }] }),
    prop({ oneOf: [{ type: 'string' }] }),
    'breaking',
    'additive',
    '/properties/q/oneOf/1',
  ],
  definition_added: [withDef(undefined, false), withDef(object, false), 'cosmetic', 'cosmetic', '/$defs/A'],
  definition_removed: [withDef(object, false), withDef(undefined, false), 'cosmetic', 'cosmetic', '/$defs/A'],
  definition_changed: [withDef(object, false), withDef({}, false), 'cosmetic', 'cosmetic', '/$defs/A'],
};

const told = (before: unknown[], after: unknown[], kind: string) =>
  diffToolLists(before, after).find((change) => change.kind === kind);

describe('every kind, with its class', () => {
  test.each(Object.entries(TOOLS))('%s', (kind, example) => {
    const { class: expected, pointer, before, after } = example;
    expect(told(before, after, kind)).toMatchObject({ class: expected, pointer });
  });

  test.each(Object.entries(SURFACE))('%s', (kind, example) => {
    const [before, after, expected, part, pointer] = example as SurfaceExample;
    const changes = diffSurfaces({ ...before }, { ...after });
    expect(changes).toEqual([expect.objectContaining({ kind, class: expected, part, tool: null, pointer })]);
  });

  test.each(Object.entries(SCHEMAS))('%s, of what is sent and of what comes back', (kind, example) => {
    const [before, after, input, output, pointer] = example;
    const list = (member: string, schema: unknown) => [
      { name: 't', ...(schema === undefined ? {} : { [member]: schema }) },
    ];
    for (const [member, expected] of Object.entries({ inputSchema: input, outputSchema: output })) {
      const change = told(list(member, before), list(member, after), kind);
      expect(change).toMatchObject({ class: expected, pointer: `/t/${member}${pointer}` });
    }
  });
});

/** Users read it; after a change of the table: `npx vitest run packages/drift -u`. */
it('docs/drift.md says what the table says', async () => {
  const rows = Object.entries(KINDS).map(([kind, { class: classes, sentence }]) => {
    const said = typeof classes === 'string' ? [classes, ''] : classes;
    return `| \`${kind}\` | ${said[0]} | ${said[0] === said[1] ? '' : said[1]} | ${sentence} |`;
  });
  const table = ['| kind | class | of a result, where it differs | means |', '|---|---|---|---|', ...rows].join('\n');
  const page = new URL('../../../../docs/drift.md', import.meta.url);
  const text = readFileSync(page, 'utf8');
  const [before = '', after] = text.split(/(?<=<!-- kinds -->)[\s\S]*(?=<!-- \/kinds -->)/);
  expect(after).toBeDefined();
  await expect(`${before}\n\n${table}\n\n${after}`).toMatchFileSnapshot('../../../../docs/drift.md');
});

it('has at least forty kinds, each with one sentence', () => {
  const sentences = Object.values(KINDS).map(({ sentence }) => sentence);
  expect(sentences.length).toBeGreaterThanOrEqual(40);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z`][^|\n]*[.?…]$/);
});

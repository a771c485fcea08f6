import type { DriftClass } from '@alivemcp/contracts';

/** Which way the value travels: what we send is judged as a caller, what comes back as a reader. */
export type Side = 'input' | 'output';

type Kind = {
  /** Where the side matters, `[input, output]`. */
  class: DriftClass | readonly [DriftClass, DriftClass];
  /** For people, in docs/drift.md. */
  sentence: string;
};

/** Every kind of change. After a change of it: `npx vitest run packages/drift -u` writes the table of docs/drift.md. */
export const KINDS = {
  tool_added: { class: 'additive', sentence: 'A tool is new.' },
  tool_removed: { class: 'breaking', sentence: 'A tool is gone; calls of it fail.' },
  tool_renamed: {
    class: 'breaking',
    sentence: 'A hint beside a removed and an added tool: the two are so alike that it may be the same one.',
  },
  tool_deprecated: { class: 'behavioural', sentence: 'A tool is now marked deprecated.' },
  tool_undeprecated: { class: 'behavioural', sentence: 'A tool is no longer marked deprecated.' },
  duplicate_added: {
    class: 'behavioural',
    sentence: 'A further tool, prompt or resource of the same name is listed; which one is used?',
  },
  duplicate_removed: { class: 'behavioural', sentence: 'One of several of the same name is gone.' },
  malformed_tool_added: { class: 'behavioural', sentence: 'An entry without a tool name is new.' },
  malformed_tool_removed: { class: 'behavioural', sentence: 'An entry without a tool name is gone.' },

  description_changed: { class: 'behavioural', sentence: 'What a model reads about the tool changed.' },
  privilege_widened: {
    class: 'behavioural',
    sentence: 'A hint now allows more: no longer read-only, destructive, open world, or not idempotent.',
  },
  privilege_narrowed: { class: 'behavioural', sentence: 'A hint now allows less than before.' },
  annotation_changed: { class: 'behavioural', sentence: 'Another annotation changed, or one only came to be written.' },
  tasks_required: { class: 'breaking', sentence: 'The tool now answers only calls that are made as a task.' },
  tasks_refused: { class: 'breaking', sentence: 'The tool no longer takes calls that are made as a task.' },
  tasks_offered: { class: 'additive', sentence: 'The tool may now be called as a task, or again without one.' },
  execution_changed: { class: 'behavioural', sentence: 'Another execution hint changed.' },
  title_changed: { class: 'cosmetic', sentence: 'The title changed.' },
  icons_changed: { class: 'cosmetic', sentence: 'The icons changed.' },
  meta_changed: { class: 'cosmetic', sentence: '`_meta` changed.' },
  member_changed: { class: 'cosmetic', sentence: 'A member changed that MCP does not know.' },
  changes_left_out: { class: 'cosmetic', sentence: 'The list ends at 1,000 changes, the mildest left out.' },

  schema_added: { class: ['breaking', 'additive'], sentence: 'The tool has a schema now.' },
  schema_removed: { class: ['breaking', 'breaking'], sentence: 'The tool has no schema any more.' },
  schema_changed: {
    class: ['breaking', 'breaking'],
    sentence: 'Something in a schema changed that cannot be judged, so it is held to be the worst.',
  },
  schema_respelled: { class: ['cosmetic', 'cosmetic'], sentence: 'The same is written in another way.' },
  schema_description_changed: {
    class: ['behavioural', 'behavioural'],
    sentence: 'What a model reads about a parameter or a result changed.',
  },
  schema_note_changed: {
    class: ['behavioural', 'behavioural'],
    sentence: 'A note that forbids nothing changed: `deprecated`, `readOnly`, `writeOnly`, `$schema`, `x-…`.',
  },
  schema_label_changed: { class: ['cosmetic', 'cosmetic'], sentence: '`title`, `examples` or `$comment` changed.' },
  reference_changed: {
    class: ['breaking', 'breaking'],
    sentence: 'A `$ref` changed that cannot be followed: not local, without a target, or nested too deep.',
  },
  header_changed: {
    class: ['breaking', 'breaking'],
    sentence: '`x-mcp-header` changed: clients must send the parameter in another header.',
  },

  parameter_added: { class: ['additive', 'additive'], sentence: 'An optional parameter, or a result field, is new.' },
  required_parameter_added: { class: ['breaking', 'additive'], sentence: 'A required parameter or field is new.' },
  parameter_removed: { class: ['breaking', 'breaking'], sentence: 'A parameter or field is gone.' },
  parameter_made_required: { class: ['breaking', 'additive'], sentence: 'What was optional is now required.' },
  parameter_made_optional: { class: ['additive', 'breaking'], sentence: 'What was required is now optional.' },

  type_changed: { class: ['breaking', 'breaking'], sentence: 'Another type, neither wider nor narrower.' },
  type_narrowed: { class: ['breaking', 'additive'], sentence: 'Fewer types than before.' },
  type_widened: { class: ['additive', 'breaking'], sentence: 'More types than before.' },
  enum_narrowed: { class: ['breaking', 'additive'], sentence: 'Fewer values than before (`enum`, `const`).' },
  enum_widened: { class: ['additive', 'behavioural'], sentence: 'More values than before (`enum`, `const`).' },
  default_changed: { class: ['behavioural', 'cosmetic'], sentence: 'Another default.' },
  constraint_tightened: {
    class: ['breaking', 'additive'],
    sentence:
      'A rule is new or stricter: bounds, lengths, `pattern`, `format`, `multipleOf`, `items`, `uniqueItems`, `additionalProperties`, `allOf`, `not` …',
  },
  constraint_loosened: { class: ['additive', 'behavioural'], sentence: 'Such a rule is gone or less strict.' },
  constraint_changed: {
    class: ['breaking', 'behavioural'],
    sentence: 'Such a rule is another one, and it cannot be told which takes more.',
  },
  alternative_added: { class: ['additive', 'breaking'], sentence: '`anyOf` or `oneOf` has one more entry.' },
  alternative_removed: { class: ['breaking', 'additive'], sentence: '`anyOf` or `oneOf` has one entry fewer.' },
  definition_added: {
    class: ['cosmetic', 'cosmetic'],
    sentence: 'A definition is new; what refers to it is judged there.',
  },
  definition_removed: { class: ['cosmetic', 'cosmetic'], sentence: 'A definition is gone that nothing refers to now.' },
  definition_changed: {
    class: ['cosmetic', 'cosmetic'],
    sentence: 'A definition changed that is not in use both before and after.',
  },

  server_renamed: {
    class: 'behavioural',
    sentence: 'The server calls itself by another name: another software may answer now.',
  },
  instructions_added: { class: 'behavioural', sentence: 'The server now has instructions for models.' },
  instructions_removed: { class: 'behavioural', sentence: 'The server has no instructions any more.' },
  instructions_changed: {
    class: 'behavioural',
    sentence: 'What a model is told of the server as a whole changed.',
  },
  capability_added: { class: 'additive', sentence: 'The server declares one more capability.' },
  capability_removed: { class: 'breaking', sentence: 'A capability is no longer declared.' },
  capability_changed: {
    class: 'behavioural',
    sentence: 'Something about a capability changed: `listChanged`, `subscribe`, an extension …',
  },
  surface_respelled: {
    class: 'cosmetic',
    sentence: 'The same of a capability or a prompt is written in another way: false, or an empty list, for none.',
  },
  prompt_added: { class: 'additive', sentence: 'A prompt is new.' },
  prompt_removed: { class: 'breaking', sentence: 'A prompt is gone; to get it fails.' },
  prompt_argument_added: { class: 'additive', sentence: 'An optional argument of a prompt is new.' },
  prompt_required_argument_added: { class: 'breaking', sentence: 'A required argument of a prompt is new.' },
  prompt_argument_removed: { class: 'breaking', sentence: 'An argument of a prompt is gone.' },
  prompt_argument_made_required: { class: 'breaking', sentence: 'An argument that was optional is now required.' },
  prompt_argument_made_optional: { class: 'additive', sentence: 'An argument that was required is now optional.' },
  prompt_arguments_changed: {
    class: 'breaking',
    sentence: 'Arguments of a prompt changed in a way that cannot be judged, so it is held to be the worst.',
  },
  prompt_description_changed: {
    class: 'behavioural',
    sentence: 'What is said of a prompt or of one of its arguments changed.',
  },
  resource_added: { class: 'additive', sentence: 'A resource is new.' },
  resource_removed: { class: 'breaking', sentence: 'A resource is gone; to read it fails.' },
  resource_template_added: { class: 'additive', sentence: 'A resource template is new.' },
  resource_template_removed: { class: 'breaking', sentence: 'A resource template is gone.' },
  resource_type_changed: {
    class: 'behavioural',
    sentence: 'A resource, or what a template leads to, is said to be of another type (`mimeType`).',
  },
  resource_description_changed: {
    class: 'behavioural',
    sentence: 'What is said of a resource or a template changed.',
  },
  resource_name_changed: { class: 'cosmetic', sentence: 'The name shown for a resource or a template changed.' },
  malformed_entry_added: {
    class: 'behavioural',
    sentence: 'An entry without a name or an address is new among prompts, resources or templates.',
  },
  malformed_entry_removed: { class: 'behavioural', sentence: 'Such an entry is gone.' },
} as const satisfies Record<string, Kind>;

export type ChangeKind = keyof typeof KINDS;

export function classOf(kind: ChangeKind, side: Side = 'input'): DriftClass {
  const classes: Kind['class'] = KINDS[kind].class;
  if (typeof classes === 'string') return classes;
  return side === 'input' ? classes[0] : classes[1];
}

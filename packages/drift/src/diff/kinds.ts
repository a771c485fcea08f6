import type { DriftClass } from '@alivemcp/contracts';

/** Which way the value travels: what we send is judged as a caller, what comes back as a reader. */
export type Side = 'input' | 'output';

/** Class of every kind of change; where the side matters, `[input, output]`. Explained to users in docs/drift.md. */
export const KINDS = {
  tool_added: 'additive',
  tool_removed: 'breaking',
  duplicate_added: 'behavioural',
  duplicate_removed: 'behavioural',
  malformed_tool_added: 'behavioural',
  malformed_tool_removed: 'behavioural',

  description_changed: 'behavioural',
  annotation_changed: 'behavioural',
  execution_changed: 'behavioural',
  title_changed: 'cosmetic',
  icons_changed: 'cosmetic',
  meta_changed: 'cosmetic',
  member_changed: 'cosmetic',
  changes_left_out: 'cosmetic',

  schema_added: ['breaking', 'additive'],
  schema_removed: ['breaking', 'breaking'],
  schema_changed: ['breaking', 'breaking'],
  schema_respelled: ['cosmetic', 'cosmetic'],
  schema_note_changed: ['behavioural', 'behavioural'],
  schema_label_changed: ['cosmetic', 'cosmetic'],

  parameter_added: ['additive', 'additive'],
  required_parameter_added: ['breaking', 'additive'],
  parameter_removed: ['breaking', 'breaking'],
  parameter_made_required: ['breaking', 'additive'],
  parameter_made_optional: ['additive', 'breaking'],

  type_changed: ['breaking', 'breaking'],
  type_narrowed: ['breaking', 'additive'],
  type_widened: ['additive', 'breaking'],
  enum_narrowed: ['breaking', 'additive'],
  enum_widened: ['additive', 'behavioural'],
  default_changed: ['behavioural', 'cosmetic'],
  constraint_tightened: ['breaking', 'additive'],
  constraint_loosened: ['additive', 'behavioural'],
  constraint_changed: ['breaking', 'behavioural'],
  alternative_added: ['additive', 'breaking'],
  alternative_removed: ['breaking', 'additive'],
  definition_added: ['cosmetic', 'cosmetic'],
  definition_removed: ['behavioural', 'behavioural'],
} as const satisfies Record<string, DriftClass | readonly [DriftClass, DriftClass]>;

export type ChangeKind = keyof typeof KINDS;

export function classOf(kind: ChangeKind, side: Side = 'input'): DriftClass {
  const entry = KINDS[kind];
  if (typeof entry === 'string') return entry;
  return side === 'input' ? entry[0] : entry[1];
}

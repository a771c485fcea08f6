import type { DriftChange, DriftClass } from '@alivemcp/contracts';
import type { ChangeKind, KINDS } from '../diff/kinds.ts';

export const CHANGELOG_HEADINGS = ['Breaking', 'Behaviour changes', 'Additive', 'Fixes', 'Internal'] as const;
/** In the order they are shown. */
export type ChangelogHeading = (typeof CHANGELOG_HEADINGS)[number];

type ClassesOf<Kind extends ChangeKind> = (typeof KINDS)[Kind]['class'] extends infer Class
  ? Class extends readonly DriftClass[]
    ? Class[number]
    : Class
  : never;
type CosmeticKind = { [Kind in ChangeKind]: 'cosmetic' extends ClassesOf<Kind> ? Kind : never }[ChangeKind];

/** What a reader of the list sees is a fix, what nobody sees is internal. A new cosmetic kind has to choose. */
const COSMETIC: Record<CosmeticKind, 'Fixes' | 'Internal'> = {
  title_changed: 'Fixes',
  icons_changed: 'Internal',
  meta_changed: 'Internal',
  member_changed: 'Internal',
  changes_left_out: 'Internal',
  schema_respelled: 'Fixes',
  schema_label_changed: 'Fixes',
  default_changed: 'Fixes',
  definition_added: 'Internal',
  definition_removed: 'Internal',
  definition_changed: 'Internal',
  surface_respelled: 'Fixes',
  resource_name_changed: 'Fixes',
};

const HEADINGS: Record<Exclude<DriftClass, 'cosmetic'>, ChangelogHeading> = {
  breaking: 'Breaking',
  behavioural: 'Behaviour changes',
  additive: 'Additive',
};

/** Where a changelog tells of a change. */
export function headingOf({ class: driftClass, kind }: DriftChange): ChangelogHeading {
  if (driftClass !== 'cosmetic') return HEADINGS[driftClass];
  // A recorded change may be of a kind that there is no more.
  return (Object.hasOwn(COSMETIC, kind) ? COSMETIC[kind as CosmeticKind] : undefined) ?? 'Internal';
}

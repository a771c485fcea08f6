import type { ChangeKind } from '../diff/kinds.ts';

const COMMON: Record<string, ChangeKind> = {
  title: 'title_changed',
  icons: 'icons_changed',
  annotations: 'annotation_changed',
  _meta: 'meta_changed',
};

/** What a change of a member is: `kinds` are those of its owner, beside what all have in common. */
export const kindOfMember = (key: string, kinds: Record<string, ChangeKind>): ChangeKind =>
  [kinds, COMMON].find((table) => Object.hasOwn(table, key))?.[key] ?? 'member_changed';

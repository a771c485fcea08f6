import { sameJson } from '../canonical/same-json.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { perKeyword } from './comparer.ts';
import { at } from './spot.ts';

/**
 * Keywords of which it only counts that they differ. What a model reads to decide what to send is behaviour; a label for
 * people is not.
 */
const KINDS: Record<string, ChangeKind> = {
  default: 'default_changed',
  description: 'schema_description_changed',
  deprecated: 'schema_note_changed',
  readOnly: 'schema_note_changed',
  writeOnly: 'schema_note_changed',
  $schema: 'schema_note_changed',
  title: 'schema_label_changed',
  examples: 'schema_label_changed',
  $comment: 'schema_label_changed',
  'x-mcp-header': 'header_changed',
};

export const notes = perKeyword(Object.keys(KINDS), (spot, key, before, after) => {
  const kind = KINDS[key];
  if (kind === undefined || sameJson(before, after)) return [];
  const says =
    before === undefined
      ? `now has a "${key}"`
      : after === undefined
        ? `has no "${key}" any more`
        : `has another "${key}"`;
  return [at(spot, key, kind, { before, after }, says)];
});

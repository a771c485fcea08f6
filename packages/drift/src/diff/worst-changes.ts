import { CONTRACT_PARTS, DRIFT_CLASSES, type DriftChange } from '@alivemcp/contracts';
import { byCodeUnits, canonicalJson } from '../canonical/canonical-json.ts';
import type { Json } from '../canonical/json.ts';
import { change } from './change.ts';

/** A hostile server can change any number of things; beyond this the mildest are only counted. */
export const MAX_CHANGES = 1000;

/** The changes of the tools and of the surface as one list. In which order they come makes no difference. */
export const joinChanges = (tools: readonly DriftChange[], surface: readonly DriftChange[]): DriftChange[] =>
  worstChanges([...tools, ...surface]);

/** At most `MAX_CHANGES`, worst class first, then by part, tool and pointer. Last the number of those left out, if any. */
export function worstChanges(changes: readonly DriftChange[]): DriftChange[] {
  const told = changes.filter(({ kind }) => kind !== 'changes_left_out').sort(worstFirst);
  const already = changes.reduce((sum, { kind, after }) => sum + (kind === 'changes_left_out' ? Number(after) : 0), 0);
  if (already === 0 && told.length <= MAX_CHANGES) return told;
  const listed = told.slice(0, MAX_CHANGES - 1);
  const left = already + told.length - listed.length;
  const note = change({
    kind: 'changes_left_out',
    tool: null,
    pointer: '',
    before: undefined,
    after: left,
    summary: `${left} more changes, none worse than those listed.`,
  });
  return [...listed, note];
}

const worstFirst = (a: DriftChange, b: DriftChange): number =>
  DRIFT_CLASSES.indexOf(a.class) - DRIFT_CLASSES.indexOf(b.class) ||
  CONTRACT_PARTS.indexOf(a.part ?? 'tools') - CONTRACT_PARTS.indexOf(b.part ?? 'tools') ||
  byCodeUnits(a.tool ?? '', b.tool ?? '') ||
  byCodeUnits(a.pointer, b.pointer) ||
  byCodeUnits(a.kind, b.kind) ||
  byCodeUnits(canonicalJson([a.before, a.after] as Json), canonicalJson([b.before, b.after] as Json));

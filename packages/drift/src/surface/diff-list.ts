import type { DriftChange, SurfaceList } from '@alivemcp/contracts';
import { isJsonObject, type Json, type JsonObject } from '../canonical/json.ts';
import type { ChangeKind } from '../diff/kinds.ts';
import { markHidden } from '../diff/mark-hidden.ts';
import { pointer } from '../diff/pointer.ts';
import { without } from '../diff/without.ts';
import { diffPrompt } from './diff-prompt.ts';
import { diffResource } from './diff-resource.ts';
import { entryKey } from './entry-key.ts';
import { ENTRY_NOUNS } from './entry-nouns.ts';
import { partChange, type Subject } from './part-change.ts';

type Ways = {
  added: ChangeKind;
  removed: ChangeKind;
  diff: (subject: Subject, before: JsonObject, after: JsonObject) => DriftChange[];
};

const WAYS: Record<SurfaceList, Ways> = {
  prompts: { added: 'prompt_added', removed: 'prompt_removed', diff: diffPrompt },
  resources: { added: 'resource_added', removed: 'resource_removed', diff: diffResource },
  resourceTemplates: {
    added: 'resource_template_added',
    removed: 'resource_template_removed',
    diff: diffResource,
  },
};

/** Every change between two canonical lists. */
export function diffList(list: SurfaceList, before: Json[], after: Json[]): DriftChange[] {
  const was = Map.groupBy(before, (entry) => entryKey(list, entry));
  const is = Map.groupBy(after, (entry) => entryKey(list, entry));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const gone = without(was.get(key) ?? [], is.get(key) ?? []).map(({ item }) => item);
    const come = without(is.get(key) ?? [], was.get(key) ?? []).map(({ item }) => item);
    if (key === null) return diffMalformed(list, gone, come);
    return diffNamesakes(list, key, { gone, come, isNew: !was.has(key), isOver: !is.has(key) });
  });
}

/** Entries that nothing can ask for cannot be told apart: they come and go. */
function diffMalformed(list: SurfaceList, gone: Json[], come: Json[]): DriftChange[] {
  const subject = { part: list, called: 'An entry without a name or an address', pointer: '/' };
  return [
    ...gone.map((before) =>
      partChange(subject, 'malformed_entry_removed', { before, after: undefined }, 'was removed'),
    ),
    ...come.map((after) => partChange(subject, 'malformed_entry_added', { before: undefined, after }, 'was added')),
  ];
}

type Namesakes = { gone: Json[]; come: Json[]; isNew: boolean; isOver: boolean };

/** Entries of one name or address: one before and one after, unless the server lists it more than once. */
function diffNamesakes(list: SurfaceList, key: string, { gone, come, isNew, isOver }: Namesakes): DriftChange[] {
  const { added, removed, diff } = WAYS[list];
  const called = `${ENTRY_NOUNS[list]} "${markHidden(key)}"`;
  const subject: Subject = { part: list, called, pointer: pointer('', key) };
  const second: Subject = { ...subject, called: `A second ${called.charAt(0).toLowerCase()}${called.slice(1)}` };
  const pairs = Math.min(gone.length, come.length);
  return [
    ...gone.slice(0, pairs).flatMap((before, index) => {
      const after = come[index];
      return isJsonObject(before) && isJsonObject(after) ? diff(subject, before, after) : [];
    }),
    ...gone.slice(pairs).map((before, index) => {
      const pair = { before, after: undefined };
      return isOver && index === 0
        ? partChange(subject, removed, pair, 'was removed')
        : partChange(second, 'duplicate_removed', pair, 'was removed');
    }),
    ...come.slice(pairs).map((after, index) => {
      const pair = { before: undefined, after };
      return isNew && index === 0
        ? partChange(subject, added, pair, 'was added')
        : partChange(second, 'duplicate_added', pair, 'was added');
    }),
  ];
}

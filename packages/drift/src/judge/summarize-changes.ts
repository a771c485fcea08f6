import type { DriftChange } from '@alivemcp/contracts';
import { markHidden } from '../diff/mark-hidden.ts';
import { quoteSome } from './quote-some.ts';
import { nameParts, summarizeSurface } from './summarize-surface.ts';

export const MAX_SUMMARY = 200;
const QUOTED = [5, 3, 2, 1, 0];

/**
 * One line such as `2 tools removed (a, b), 1 added (c), 3 changed (d, e, f); instructions changed`. At most `MAX_SUMMARY`
 * characters: names are a stranger's text, so they are cleaned and left out where they do not fit. `names`, those of the
 * list after the change, adds how many tools there are now.
 */
export function summarizeChanges(changes: readonly DriftChange[], names?: readonly string[]): string {
  if (changes.length === 0) return 'No change';
  const told = changes.filter(({ kind }) => kind !== 'changes_left_out');
  const tools = told.filter(({ part = 'tools' }) => part === 'tools');
  const surface = told.filter(({ part = 'tools' }) => part !== 'tools');
  const toolLines = tools.length === 0 ? QUOTED.map(() => '') : summarizeTools(tools, names);
  const texts = [
    ...toolLines.map((line, index) => [line, summarizeSurface(surface, Math.max(0, 5 - index))]),
    [toolLines.at(-1) ?? '', surface.length === 0 ? '' : nameParts(surface)],
  ].map((lines) => lines.filter((line) => line !== '').join('; '));
  // Counted from a list that was cut, a number is only what can be shown.
  const atLeast = told.length < changes.length ? 'at least ' : '';
  const fitting = texts.map((text) => atLeast + text).find((text) => text.length <= MAX_SUMMARY);
  const line = fitting ?? texts.at(-1) ?? '';
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** From the most to say down to the least. */
function summarizeTools(changes: readonly DriftChange[], names: readonly string[] | undefined): string[] {
  const groups = groupsOf(changes).filter(({ tools }) => tools.length > 0);
  const first = groups[0];
  if (first === undefined) return ['malformed entries changed'];
  const now = names === undefined ? '' : `; now ${names.length}`;
  const line = (quoted: number): string =>
    groups
      .map(({ verb, tools }, index) => {
        const noun = index > 0 ? '' : tools.length === 1 ? ' tool' : ' tools';
        return `${tools.length}${noun} ${verb}${quoteSome(tools, quoted)}`;
      })
      .join(', ') + now;
  const detail = groups.length === 1 && first.verb === 'changed' ? detailOf(changes) : null;
  const lines = QUOTED.map(line);
  return detail === null ? lines : [`${line(1)}: ${detail}`, ...lines];
}

/** Where a tool is marked deprecated, these are how. */
const MARKS = new Set([
  'tool_deprecated',
  'description_changed',
  'meta_changed',
  'annotation_changed',
  'member_changed',
]);

type Group = { verb: string; tools: string[] };

function groupsOf(changes: readonly DriftChange[]): Group[] {
  const of = (wanted: string) => toolsOf(changes.filter(({ kind }) => kind === wanted));
  const removed = of('tool_removed');
  const added = of('tool_added');
  const deprecated = of('tool_deprecated');
  const told = new Set([...removed, ...added]);
  const marked = new Set(deprecated);
  const renamed = changes.flatMap(({ kind, before, after }) =>
    kind === 'tool_renamed' && typeof before === 'string' && typeof after === 'string'
      ? [`${markHidden(before, 30)} → ${markHidden(after, 30)}`]
      : [],
  );
  const others = changes.filter(({ tool, kind }) => !(marked.has(tool ?? '') && MARKS.has(kind)));
  const changed = toolsOf(others).filter((tool) => !told.has(tool));
  return [
    { verb: 'removed', tools: removed },
    { verb: 'added', tools: added },
    { verb: 'perhaps renamed', tools: renamed },
    { verb: 'deprecated', tools: deprecated },
    { verb: 'changed', tools: changed },
  ];
}

/** Where one tool alone changed, the worst that changed in it, worst first as `diffToolLists` sorts. */
function detailOf(changes: readonly DriftChange[]): string | null {
  const sentence = changes[0]?.summary.match(/^Tool ".*?": (.*)\.$/)?.[1];
  if (toolsOf(changes).length !== 1 || sentence === undefined) return null;
  const more = changes.length - 1;
  return more === 0 ? sentence : `${sentence}, and ${more} more`;
}

function toolsOf(changes: readonly DriftChange[]): string[] {
  return [...new Set(changes.flatMap(({ tool }) => (tool === null ? [] : [tool])))];
}

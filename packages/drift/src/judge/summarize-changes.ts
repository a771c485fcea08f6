import type { DriftChange } from '@alivemcp/contracts';
import { markHidden } from '../diff/mark-hidden.ts';

export const MAX_SUMMARY = 200;

/**
 * One line such as `2 tools removed (a, b), 1 added (c), 3 changed (d, e, f)`. At most `MAX_SUMMARY` characters: names are a
 * stranger's text, so they are cleaned and left out where they do not fit. `names`, those of the list after the change,
 * adds how many tools there are now.
 */
export function summarizeChanges(changes: readonly DriftChange[], names?: readonly string[]): string {
  const removed = toolsOf(changes, (change) => change.kind === 'tool_removed');
  const added = toolsOf(changes, (change) => change.kind === 'tool_added');
  const changed = toolsOf(changes, ({ kind, tool }) => {
    return (
      tool !== null &&
      kind !== 'tool_removed' &&
      kind !== 'tool_added' &&
      !removed.includes(tool) &&
      !added.includes(tool)
    );
  });
  const groups = [
    { verb: 'removed', tools: removed },
    { verb: 'added', tools: added },
    { verb: 'changed', tools: changed },
  ].filter(({ tools }) => tools.length > 0);
  if (groups.length === 0) return changes.length === 0 ? 'No change' : 'Malformed entries changed';
  const now = names === undefined ? '' : `; now ${names.length}`;
  const line = (quoted: number): string =>
    groups
      .map(({ verb, tools }, index) => {
        const noun = index > 0 ? '' : tools.length === 1 ? ' tool' : ' tools';
        return `${tools.length}${noun} ${verb}${quoteSome(tools, quoted)}`;
      })
      .join(', ') + now;
  const fitting = [5, 3, 2, 1].map(line).find((text) => text.length <= MAX_SUMMARY);
  return fitting ?? line(0);
}

function toolsOf(changes: readonly DriftChange[], wanted: (change: DriftChange) => boolean): string[] {
  return [...new Set(changes.filter(wanted).flatMap(({ tool }) => (tool === null ? [] : [tool])))];
}

function quoteSome(tools: string[], quoted: number): string {
  if (quoted === 0) return '';
  const shown = tools.slice(0, quoted).map((name) => markHidden(name, 40));
  return ` (${[...shown, ...(tools.length > quoted ? ['…'] : [])].join(', ')})`;
}

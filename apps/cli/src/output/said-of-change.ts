import type { DriftChange } from '@alivemcp/contracts';
import { markHidden } from '@alivemcp/drift';
import type { Said } from './by-sentence.ts';
import { textChange } from './text-change.ts';

/** A change as it is told: a changed description with its old and its new words. */
export function saidOfChange({ kind, tool, summary, before, after }: DriftChange): Said {
  const start = tool === null ? '' : `Tool "${markHidden(tool)}": `;
  // Where the sentence does not begin with its tool, the tool is in the sentence.
  const said: Said = summary.startsWith(start)
    ? { tool, sentence: summary.slice(start.length) }
    : { tool: null, sentence: summary };
  const isText = kind.endsWith('description_changed') && typeof before === 'string' && typeof after === 'string';
  return isText ? { ...said, own: textChange(before, after) } : said;
}

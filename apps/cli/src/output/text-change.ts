import { markHidden } from '@alivemcp/drift';

const WIDTH = 140;
const LEAD = 30;

/** Two lines, the old and the new text where they begin to differ. */
export function textChange(before: string, after: string): [string, string] {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  const from = same > LEAD ? same - LEAD : 0;
  const cut = (text: string): string => markHidden(`${from > 0 ? '…' : ''}${text.slice(from)}`, WIDTH);
  return [`- ${cut(before)}`, `+ ${cut(after)}`];
}

import type { EventData, WebhookBody } from '@alivemcp/contracts';
import { harmless } from './harmless.ts';
import { hostOf } from './server-name.ts';

export type AlertList = {
  label: string;
  items: string[];
  /** How many are left out. */
  more: number;
};

const MAX_ITEMS = 3;
const MAX_TEXT = 200;

/** The first changes of a drift and the cautions about it; the tool lists of an inconsistency. */
export function listsOf({ data }: WebhookBody): AlertList[] {
  const { drift, inconsistency } = data;
  const line = (text: string) => harmless(text, MAX_TEXT, hostOf(data));
  const lists: AlertList[] = [];
  if (drift) {
    const changes = drift.changes.map((change) => `${change.class}: ${line(change.summary)}`);
    lists.push(firstOf('Changes', changes, drift.changeCount));
    lists.push(
      firstOf(
        'Cautions, no verdict',
        drift.risks.map((risk) => cautionText(risk, line)),
      ),
    );
  }
  if (inconsistency)
    lists.push(
      firstOf(
        'Tool lists',
        inconsistency.lists.map((list) => toolListText(list, line)),
      ),
    );
  return lists.filter(({ items }) => items.length > 0);
}

const firstOf = (label: string, items: string[], count = items.length): AlertList => {
  const shown = items.slice(0, MAX_ITEMS);
  return { label, items: shown, more: Math.max(0, count - shown.length) };
};

type Line = (text: string) => string;
type Risk = NonNullable<EventData['drift']>['risks'][number];
type ToolList = NonNullable<EventData['inconsistency']>['lists'][number];

/** The excerpt is what the watched server wrote, and stands in quotation marks. */
function cautionText({ tool, reason, excerpt }: Risk, line: Line): string {
  return `${tool === null ? '' : `${line(tool)}: `}${line(reason)} “${line(excerpt)}”`;
}

function toolListText({ hash, count, regions, clientName }: ToolList, line: Line): string {
  const tools = count === null ? '' : `, ${count} ${count === 1 ? 'tool' : 'tools'}`;
  const where = regions.length > 0 ? `, seen from ${line(regions.join(', '))}` : '';
  return `${line(hash.slice(0, 19))}${tools}${where}${clientName === null ? '' : `, shown to ${line(clientName)}`}`;
}

import type { EmbedStatus } from '@alivemcp/contracts';
import { STATES } from '../theme/states.ts';
import { element } from './element.ts';

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const figure = (value: number | null, unit: string) => (value === null ? 'no data' : `${value} ${unit}`);

function state({ status }: EmbedStatus): HTMLElement {
  const shape = element('span', '', STATES[status].shape);
  shape.ariaHidden = 'true';
  return element('span', `state ${status}`, shape, ` ${STATES[status].word}`);
}

function link({ status_page_url }: EmbedStatus, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = element('a', className, ...children);
  made.setAttribute('href', status_page_url);
  return made;
}

const pair = (name: string, value: string) => element('div', '', element('dt', '', name), element('dd', '', value));

/** On one line, and a link as a whole. */
export function pill(status: EmbedStatus): HTMLElement {
  return link(
    status,
    'box pill',
    state(status),
    element('span', 'name', status.name),
    element('span', '', figure(status.uptime_30d, '%')),
  );
}

export function card(status: EmbedStatus): HTMLElement {
  const at = status.last_probe_at;
  const checked = at === null ? 'Not checked yet' : `Checked ${WHEN.format(new Date(at))}`;
  return element(
    'div',
    'box card',
    element('div', 'head', element('span', 'name', status.name), state(status)),
    element(
      'dl',
      '',
      pair('Uptime 30 d', figure(status.uptime_30d, '%')),
      pair('p95 24 h', figure(status.p95_ms, 'ms')),
    ),
    element('div', 'foot', element('span', '', checked), link(status, '', 'Status page')),
  );
}

import type { PutRulesBody } from '@alivemcp/contracts';
import { listed } from './who-is-told.ts';

/** What rules lose with a channel: of the default exactly, once it is known; rules of servers are not looked through. */
export function lossText(rules: Pick<PutRulesBody, 'routes' | 'escalate'> | undefined, id: string): string {
  const naming = rules?.routes.filter(({ channelIds }) => channelIds.includes(id)) ?? [];
  const places = [
    ...(naming.length > 0 ? [naming.length === 1 ? 'a route' : `${naming.length} routes`] : []),
    ...(rules?.escalate?.channelId === id ? ['the escalation'] : []),
  ];
  if (places.length === 0) return 'Alert rules that name it lose it.';
  const isAlone = naming.some(({ channelIds }) => channelIds.length === 1);
  return `The default alert rules name it in ${listed(places)} and lose it, as rules of servers do${
    isAlone ? '; a route to it alone counts as not there then' : ''
  }.`;
}

import type { PutRulesBody } from '@alivemcp/contracts';
import { listed } from './who-is-told.ts';

/** What the form leaves out of rules because its channel was deleted, in a sentence; null when that is nothing. */
export function leftOutText(
  { routes, escalate }: Pick<PutRulesBody, 'routes' | 'escalate'>,
  known: ReadonlySet<string>,
): string | null {
  const isGone = (id: string) => !known.has(id);
  const naming = routes.filter(({ channelIds }) => channelIds.some(isGone)).length;
  const idle = routes.filter(({ channelIds }) => channelIds.length > 0 && channelIds.every(isGone)).length;
  const escalation = escalate !== null && isGone(escalate.channelId);
  if (naming === 0 && !escalation) return null;
  const what = listed([
    ...(idle > 0 ? [idle === 1 ? 'a route' : `${idle} routes`] : []),
    ...(naming > idle ? ['a part of a route'] : []),
    ...(escalation ? ['the escalation'] : []),
  ]);
  const isOne = naming + Number(escalation) === 1;
  const rest = isOne ? 'is left out: save to be rid of it.' : 'are left out: save to be rid of them.';
  return `${what.charAt(0).toUpperCase()}${what.slice(1)} to a channel that was deleted ${rest}`;
}

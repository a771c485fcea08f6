import type { AlertRules, FieldError, PutRulesBody, QuietHours } from '@alivemcp/contracts';
import { readerZone } from '../maintenance/maintenance-draft.ts';
import { DAYS } from './days.ts';
import { isRouted, type RoutedEvent } from './routed-events.ts';

/** `all` and `nobody` count before what is ticked, which stays meanwhile. The key tells routes apart while they move. */
export type RouteDraft = {
  key: number;
  all: boolean;
  events: RoutedEvent[];
  nobody: boolean;
  channelIds: string[];
};
/** What is set in the form, before it is sent. What is switched off keeps its fields. */
export type RulesDraft = {
  routes: RouteDraft[];
  afterMs: number;
  remindEveryMs: PutRulesBody['remindEveryMs'];
  escalate: { on: boolean; minutes: string; channelId: string };
  quietHours: QuietHours & { on: boolean };
};

const MINUTE_MS = 60_000;
const NO_ESCALATION = { on: false, minutes: '15', channelId: '' };

/**
 * Rules as the form shows them. What counts as not there is left out: a route to nothing but deleted channels or of events
 * that no route decides, an escalation to a deleted channel.
 */
export function draftOf(rules: PutRulesBody | AlertRules, known: ReadonlySet<string>): RulesDraft {
  const { routes, afterMs, remindEveryMs, escalate, quietHours } = rules;
  return {
    routes: routes
      .map(({ events, channelIds }, key) => ({
        key,
        all: events === null,
        events: (events ?? []).filter(isRouted),
        nobody: channelIds.length === 0,
        channelIds: channelIds.filter((id) => known.has(id)),
      }))
      .filter(isWhole),
    afterMs,
    remindEveryMs,
    escalate:
      escalate && known.has(escalate.channelId)
        ? { on: true, minutes: String(escalate.afterMs / MINUTE_MS), channelId: escalate.channelId }
        : NO_ESCALATION,
    quietHours: quietHours
      ? { ...quietHours, days: DAYS.filter((day) => quietHours.days.includes(day)), on: true }
      : { on: false, from: '22:00', to: '07:00', timeZone: readerZone(), days: [...DAYS] },
  };
}

export function bodyOf({ routes, afterMs, remindEveryMs, escalate, quietHours }: RulesDraft): PutRulesBody {
  const { on: isQuiet, ...hours } = quietHours;
  return {
    routes: routes.map(({ all, events, nobody, channelIds }) => ({
      events: all ? null : events,
      channelIds: nobody ? [] : channelIds,
    })),
    afterMs,
    remindEveryMs,
    escalate: escalate.on
      ? { afterMs: Math.round(Number(escalate.minutes) * MINUTE_MS), channelId: escalate.channelId }
      : null,
    quietHours: isQuiet ? { ...hours, timeZone: hours.timeZone.trim() } : null,
  };
}

/** Whether nothing is left to be chosen in a route. */
export const isWhole = ({ all, events, nobody, channelIds }: RouteDraft): boolean =>
  (all || events.length > 0) && (nobody || channelIds.length > 0);

/** What is still to be chosen. Without a channel the API would take a route for one to nobody. */
export const faultsOf = ({ routes, escalate, quietHours }: RulesDraft): FieldError[] => [
  ...routes.flatMap(({ all, events, nobody, channelIds }, index) => [
    ...(all || events.length > 0 ? [] : [{ pointer: `/routes/${index}/events`, message: 'choose at least one' }]),
    ...(nobody || channelIds.length > 0
      ? []
      : [{ pointer: `/routes/${index}/channelIds`, message: 'choose at least one, or nobody' }]),
  ]),
  ...(escalate.on && escalate.minutes.trim() === ''
    ? [{ pointer: '/escalate/afterMs', message: 'say after how many' }]
    : []),
  ...(quietHours.on && quietHours.days.length === 0
    ? [{ pointer: '/quietHours/days', message: 'choose at least one' }]
    : []),
];

export const isUnsaved = (draft: RulesDraft, saved: RulesDraft): boolean =>
  faultsOf(draft).length > 0 || JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(saved));

/** With one route more, in which everything is still to be chosen. */
export function withRoute(routes: readonly RouteDraft[]): RouteDraft[] {
  const key = Math.max(-1, ...routes.map((route) => route.key)) + 1;
  return [...routes, { key, all: false, events: [], nobody: false, channelIds: [] }];
}

/** Whether the routes above name every event of this one already, so that it never decides. */
export function isIdle(routes: readonly RouteDraft[], index: number): boolean {
  const above = routes.slice(0, index).filter(isWhole);
  const route = routes[index];
  if (route === undefined || !isWhole(route)) return false;
  if (above.some(({ all }) => all)) return true;
  return !route.all && route.events.every((type) => above.some(({ events }) => events.includes(type)));
}

import type { WebhookBody } from '@alivemcp/contracts';
import { type AlertText, alertText } from '../alert/alert-text.ts';
import { cutTo } from '../alert/cut-to.ts';
import { fitAlert } from '../alert/fit-alert.ts';
import type { AlertLinks } from '../alert/links-of.ts';
import { listLines } from '../alert/list-lines.ts';
import { hostOf } from '../alert/server-name.ts';
import { type ChannelRequest, jsonRequest } from '../request.ts';
import { type PagerdutySeverity, type PagerdutyStep, stepsOf } from './steps-of.ts';

/** Events API v2: summary 1,024 characters, deduplication key 255; an event of 512 KB, of which we need little. */
const MAX_SUMMARY = 1_024;
const MAX_DEDUP_KEY = 255;
const MAX_BODY_BYTES = 32_768;

export const PAGERDUTY_URLS = {
  us: 'https://events.pagerduty.com/v2/enqueue',
  eu: 'https://events.eu.pagerduty.com/v2/enqueue',
} as const;

export type PagerdutySettings = { routingKey: string; url?: string };

/** What PagerDuty is told of an event: nothing, one request, or for a test two. */
export function renderPagerduty(
  event: WebhookBody,
  links: AlertLinks,
  { routingKey, url = PAGERDUTY_URLS.us }: PagerdutySettings,
): ChannelRequest[] {
  const key = {
    routing_key: routingKey,
    dedup_key: dedupKeyOf(event).slice(0, MAX_DEDUP_KEY),
  };
  return stepsOf(event).map((step) =>
    isEnding(step) ? jsonRequest(url, { ...key, event_action: step }) : trigger(url, key, step, event, links),
  );
}

/**
 * Which events are one alert. All of an incident are: after a resolve the same key would open a new alert, so the server's id
 * would not do. All gates of a server are: the next one that passes resolves what those before it have opened.
 */
function dedupKeyOf({ type, data: { incident, server, dedupKey } }: WebhookBody): string {
  if ((type === 'gate.passed' || type === 'gate.failed') && server) return `gate:${server.id}`;
  return incident?.id ?? dedupKey;
}

const isEnding = (step: PagerdutyStep): step is 'acknowledge' | 'resolve' =>
  step === 'acknowledge' || step === 'resolve';

function trigger(url: string, key: object, severity: PagerdutySeverity, event: WebhookBody, links: AlertLinks) {
  const render = (alert: AlertText) =>
    jsonRequest(url, {
      ...key,
      event_action: 'trigger',
      client: 'AliveMCP',
      ...(alert.links[0] && { client_url: alert.links[0].url }),
      links: alert.links.map(({ label, url: href }) => ({ href, text: label })),
      payload: {
        summary: cutTo([alert.title, ...alert.sentences.slice(0, 1)].join('. '), MAX_SUMMARY),
        source: hostOf(event.data) || 'AliveMCP',
        severity,
        timestamp: event.timestamp,
        class: event.data.class ?? event.type,
        custom_details: details(alert),
      },
    });
  return fitAlert(alertText(event, links), render, ({ body }) => Buffer.byteLength(body) <= MAX_BODY_BYTES);
}

function details({ sentences, facts, lists }: AlertText): Record<string, string | string[]> {
  return {
    ...(sentences.length > 0 && { 'What happened': sentences.join('\n') }),
    ...Object.fromEntries(facts.map(({ label, value }) => [label, value])),
    ...Object.fromEntries(lists.map((list) => [list.label, listLines(list)])),
  };
}

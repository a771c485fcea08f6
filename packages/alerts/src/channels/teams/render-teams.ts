import type { WebhookBody } from '@alivemcp/contracts';
import { type AlertText, alertText } from '../alert/alert-text.ts';
import { fitAlert } from '../alert/fit-alert.ts';
import type { AlertLinks } from '../alert/links-of.ts';
import { listLines } from '../alert/list-lines.ts';
import type { Tone } from '../alert/tone-of.ts';
import { type ChannelRequest, jsonRequest } from '../request.ts';

/** Documented are 28 KB; others have met refusals from 21 KB on. */
const MAX_BODY_BYTES = 20_000;
/** More do not show as buttons. */
const MAX_ACTIONS = 6;

/** Beside the words, never instead of them. */
const STYLES: Record<Tone, string> = { bad: 'attention', warning: 'warning', good: 'good', plain: 'emphasis' };

export type TeamsSettings = { url: string };

/** A message with an Adaptive Card 1.5 for the workflow "when a Teams webhook request is received". */
export function renderTeams(event: WebhookBody, links: AlertLinks, { url }: TeamsSettings): ChannelRequest[] {
  const render = (alert: AlertText) => jsonRequest(url, message(alert));
  return [fitAlert(alertText(event, links), render, ({ body }) => Buffer.byteLength(body) <= MAX_BODY_BYTES)];
}

function message(alert: AlertText) {
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    msteams: { width: 'Full' },
    body: bodyOf(alert),
    actions: alert.links.slice(0, MAX_ACTIONS).map(({ label, url }) => ({ type: 'Action.OpenUrl', title: label, url })),
  };
  const contentType = 'application/vnd.microsoft.card.adaptive';
  return { type: 'message', attachments: [{ contentType, contentUrl: null, content }] };
}

function bodyOf({ title, tone, sentences, facts, lists }: AlertText) {
  const heading = text(run(title, { size: 'Large', weight: 'Bolder' }));
  return [
    { type: 'Container', style: STYLES[tone], bleed: true, items: [heading] },
    ...sentences.map((sentence) => text(run(sentence))),
    ...facts.map(({ label, value }) => text(bold(`${label}: `), run(value))),
    ...lists.flatMap((list) => [text(bold(list.label)), ...listLines(list).map((line) => text(run(`• ${line}`)))]),
  ];
}

/** Unlike a text block or a fact, a text run knows no Markdown, so that there is nothing to escape but the functions below. */
const run = (words: string, look: object = {}) => ({ type: 'TextRun', text: escapeCard(words), ...look });
const bold = (words: string) => run(words, { weight: 'Bolder' });
const text = (...inlines: object[]) => ({ type: 'RichTextBlock', inlines });

/** Breaks `{{DATE(…)}}`, which a card computes, and `${…}`, which a template would. */
export function escapeCard(words: string): string {
  return words.replace(/[{$](?=\{)/g, '$& ');
}

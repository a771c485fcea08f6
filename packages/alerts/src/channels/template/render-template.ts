import { cleanText, PLACEHOLDER, type WebhookBody } from '@alivemcp/contracts';
import { alertText } from '../alert/alert-text.ts';
import { harmless } from '../alert/harmless.ts';
import type { AlertLinks } from '../alert/links-of.ts';
import { plainText } from '../alert/plain-text.ts';
import { type ChannelRequest, jsonRequest } from '../request.ts';
import { valueAt } from './value-at.ts';

const MAX_BODY_BYTES = 65_536;
/** How long a value may be; the next one is tried while the body is too long. */
const MAX_VALUES = [1_000, 300, 100, 30, 0];
/** Words and addresses of ours, which a change of their dots would spoil. */
const OURS = /^(?:type|data\.class|data\.server\.url|data\.links\..+|alert\..+)$/;

export type TemplateSettings = { url: string; template: string };

/**
 * A body after a person's own template. The template is read as JSON first and only its strings are filled, so that no value can
 * leave its string. Paths lead into the event and into `alert`: `title`, `text`, `tone`, `links.incident` and so on. What is
 * not there is empty. Throws a SyntaxError for what `templateFault` refuses as no JSON.
 */
export function renderTemplate(
  event: WebhookBody,
  links: AlertLinks,
  { url, template }: TemplateSettings,
): ChannelRequest[] {
  const alert = alertText(event, links);
  const root = { ...event, alert: { title: alert.title, tone: alert.tone, text: plainText(alert), links } };
  for (const max of MAX_VALUES) {
    const fill = (text: string) => text.replace(PLACEHOLDER, (_, path: string) => textAt(root, path, max));
    const body: unknown = JSON.parse(template, (_, value) => (typeof value === 'string' ? fill(value) : value));
    const request = jsonRequest(url, body);
    if (Buffer.byteLength(request.body) <= MAX_BODY_BYTES) return [request];
  }
  throw new RangeError('a body template is too long');
}

function textAt(root: object, path: string, max: number): string {
  const value = valueAt(root, path);
  if (value === undefined || value === null || max === 0) return '';
  if (typeof value === 'string') return OURS.test(path) ? cut(cleanText(value), max * 8) : harmless(value, max);
  if (typeof value !== 'object') return String(value);
  return harmless(JSON.stringify(value), max);
}

const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max).toWellFormed()}…` : text);

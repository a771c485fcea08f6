import type { WebhookBody } from '@alivemcp/contracts';
import { type AlertText, alertText } from '../alert/alert-text.ts';
import { cutTo } from '../alert/cut-to.ts';
import { escapeHtml } from '../alert/escape-html.ts';
import { fitAlert } from '../alert/fit-alert.ts';
import type { AlertLinks } from '../alert/links-of.ts';
import { listLines } from '../alert/list-lines.ts';
import { type ChannelRequest, jsonRequest } from '../request.ts';
import { runningText } from './running-text.ts';

/** Of the text without its markup; we count the markup as well. */
const MAX_TEXT = 4_096;
const MAX_TITLE = 1_000;
const API_URL = 'https://api.telegram.org';

export type TelegramSettings = {
  botToken: string;
  chatId: string;
  /** Of a topic in a group. */
  topicId?: number;
  apiUrl?: string;
};

/**
 * A message in HTML. It is safer than no markup at all: in plain text Telegram makes links of hosts, `#tags`, `/commands` and
 * names by itself, while in `<code>` it makes none, and there the values stand.
 */
export function renderTelegram(
  event: WebhookBody,
  links: AlertLinks,
  { botToken, chatId, topicId, apiUrl = API_URL }: TelegramSettings,
): ChannelRequest[] {
  const text = fitAlert(alertText(event, links), htmlOf, ({ length }) => length <= MAX_TEXT);
  return [
    jsonRequest(`${apiUrl}/bot${botToken}/sendMessage`, {
      chat_id: chatId,
      ...(topicId !== undefined && { message_thread_id: topicId }),
      text,
      parse_mode: 'HTML',
      link_preview_options: { is_disabled: true },
    }),
  ];
}

function htmlOf({ title, sentences, facts, lists, links }: AlertText): string {
  const paragraphs = [
    [`<b>${cutTo(title, MAX_TITLE, runningText)}</b>`],
    sentences.map(runningText),
    facts.map(({ label, value }) => `${label}: ${code(value)}`),
    ...lists.map((list) => [`${list.label}:`, ...listLines(list).map((line) => `• ${code(line)}`)]),
    links.map(({ label, url }) => `<a href="${escapeHtml(url)}">${label}</a>`),
  ];
  return paragraphs.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n');
}

const code = (text: string): string => `<code>${escapeHtml(text)}</code>`;

import type { WebhookBody } from '@alivemcp/contracts';
import { type AlertText, alertText } from '../alert/alert-text.ts';
import { cutTo } from '../alert/cut-to.ts';
import { fitAlert } from '../alert/fit-alert.ts';
import type { AlertLink, AlertLinks } from '../alert/links-of.ts';
import { listLines } from '../alert/list-lines.ts';
import { type ChannelRequest, jsonRequest } from '../request.ts';

/** Block Kit reference, in characters: header 150, section text 3,000, ten fields of 2,000; 50 blocks a message. */
const MAX_HEADER = 150;
const MAX_SECTION = 3_000;
const MAX_FIELD = 2_000;
const MAX_FIELDS = 10;
/** Not documented: messages of about 13,000 characters have been refused. */
const MAX_BODY = 12_000;

export type SlackSettings = { url: string };

/** A message with blocks for an incoming webhook. */
export function renderSlack(event: WebhookBody, links: AlertLinks, { url }: SlackSettings): ChannelRequest[] {
  const fits = ({ body }: ChannelRequest) => body.length <= MAX_BODY;
  return [fitAlert(alertText(event, links), (alert) => jsonRequest(url, message(alert)), fits)];
}

function message({ title, sentences, facts, lists, links }: AlertText) {
  const fields = facts.slice(0, MAX_FIELDS).map(({ label, value }) => plain(`${label}\n${value}`, MAX_FIELD));
  return {
    // What a phone shows; the rest is in the blocks.
    text: cutTo([title, ...sentences.slice(0, 1)].join(' · '), MAX_SECTION, escapeSlack),
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: plain(title, MAX_HEADER) },
      ...(sentences.length > 0 ? [section(sentences.join('\n'))] : []),
      ...(fields.length > 0 ? [{ type: 'section', fields }] : []),
      ...lists.map((list) => section([list.label, ...listLines(list).map((line) => `• ${line}`)].join('\n'))),
      ...(links.length > 0 ? [{ type: 'context', elements: links.map(linkText) }] : []),
    ],
  };
}

const section = (text: string) => ({ type: 'section', text: plain(text, MAX_SECTION) });

/** In `plain_text` there is no markup, no emoji code and no link; the escape keeps `<!channel>` from ever being a mention. */
const plain = (text: string, max: number) => ({
  type: 'plain_text',
  text: cutTo(text, max, escapeSlack),
  emoji: false,
});

/** The only markup of the message, and all of it ours. */
const linkText = ({ label, url }: AlertLink) => ({
  type: 'mrkdwn',
  text: `<${escapeSlack(url)}|${label}>`,
  verbatim: true,
});

/** The three signs Slack asks to be escaped in every text. */
function escapeSlack(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

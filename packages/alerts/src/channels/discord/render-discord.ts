import type { WebhookBody } from '@alivemcp/contracts';
import { type AlertText, alertText } from '../alert/alert-text.ts';
import { cutTo } from '../alert/cut-to.ts';
import { fitAlert } from '../alert/fit-alert.ts';
import type { AlertLinks } from '../alert/links-of.ts';
import { listLines } from '../alert/list-lines.ts';
import type { Tone } from '../alert/tone-of.ts';
import { type ChannelRequest, jsonRequest } from '../request.ts';
import { escapeDiscord } from './escape-discord.ts';

/** Embed limits, in characters, and 6,000 for all texts of a message together. */
const MAX_TITLE = 256;
const MAX_DESCRIPTION = 4_096;
const MAX_FIELDS = 25;
const MAX_VALUE = 1_024;
const MAX_TOTAL = 6_000;

/** Beside the words, never instead of them. */
const COLORS: Record<Tone, number> = { bad: 0xc0392b, warning: 0xb9770e, good: 0x1e8449, plain: 0x5d6d7e };

export type DiscordSettings = { url: string };

type Field = { name: string; value: string; inline: boolean };
type Embed = { title: string; description: string; color: number; timestamp: string; fields: Field[] };

/** A message with one embed. It mentions nobody, whatever its text says. */
export function renderDiscord(event: WebhookBody, links: AlertLinks, { url }: DiscordSettings): ChannelRequest[] {
  const render = (alert: AlertText) => embedOf(alert, event.timestamp);
  const embed = fitAlert(alertText(event, links), render, fits);
  // Without it Discord answers "done" before it has looked at the message.
  const target = new URL(url);
  target.searchParams.set('wait', 'true');
  return [jsonRequest(target.href, { embeds: [embed], allowed_mentions: { parse: [] } })];
}

function embedOf({ title, tone, sentences, facts, lists, links }: AlertText, timestamp: string): Embed {
  const ours = links.map(({ label, url }) => `[${label}](${url})`).join(' · ');
  const said = cutTo(sentences.join('\n'), MAX_DESCRIPTION - ours.length - 2, escapeDiscord);
  return {
    title: cutTo(title, MAX_TITLE, escapeDiscord),
    description: [said, ours].filter(Boolean).join('\n\n'),
    color: COLORS[tone],
    timestamp,
    fields: [
      ...facts.map(({ label, value }) => field(label, value, true)),
      ...lists.map((list) =>
        field(
          list.label,
          listLines(list)
            .map((line) => `• ${line}`)
            .join('\n'),
          false,
        ),
      ),
    ],
  };
}

const field = (name: string, value: string, inline: boolean): Field => ({
  name,
  value: cutTo(value, MAX_VALUE, escapeDiscord),
  inline,
});

function fits({ title, description, fields }: Embed): boolean {
  const texts = [title, description, ...fields.flatMap(({ name, value }) => [name, value])];
  return fields.length <= MAX_FIELDS && texts.join('').length <= MAX_TOTAL;
}

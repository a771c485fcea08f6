import type { ChannelSettings, WebhookBody } from '@alivemcp/contracts';
import {
  type AlertLinks,
  type ChannelRequest,
  renderDiscord,
  renderPagerduty,
  renderSlack,
  renderTeams,
  renderTelegram,
  renderTemplate,
} from './channels/index.ts';
import { judgeAnswer, type SendResult } from './judge-answer.ts';
import type { SendMail } from './mail/create-mailer.ts';
import { type SendDeps, sendRequest } from './send-request.ts';
import { sendWebhook } from './send-webhook.ts';
import { withoutSecrets } from './without-secrets.ts';

export type OutgoingAlert = {
  channel: ChannelSettings;
  eventId: string;
  /** The event as it is stored. */
  body: string;
  /** Of a webhook, the present one first. */
  secrets: readonly string[];
  /** Of a mail. */
  unsubscribeUrl: string | null;
};

export type AlertDeps = SendDeps & {
  /** null: this installation sends no mail. */
  mail: SendMail | null;
};

const TIMEOUT_MS = 15_000;

/** One attempt to tell a channel of an event. A value, never an exception, also where we fail ourselves. */
export async function sendAlert(alert: OutgoingAlert, deps: AlertDeps): Promise<SendResult> {
  try {
    const result = await send(alert, deps);
    const { responseBody } = result;
    return { ...result, responseBody: responseBody && withoutSecrets(responseBody, alert.channel) };
  } catch {
    // What was thrown can hold an address; an alert that cannot be rendered is a fault that the tests should have found.
    return unsent('render');
  }
}

async function send({ channel, eventId, body, secrets, unsubscribeUrl }: OutgoingAlert, deps: AlertDeps) {
  if (channel.type === 'webhook' && !channel.template)
    return sendWebhook({ url: channel.url, id: eventId, body, secrets }, deps);

  const event = JSON.parse(body) as WebhookBody;
  const links = event.data.pages ?? {};
  if (channel.type === 'webhook') {
    const [request] = renderTemplate(event, links, { url: channel.url, template: channel.template ?? '' });
    return sendWebhook({ url: channel.url, id: eventId, body: request?.body ?? '', secrets }, deps);
  }
  if (channel.type === 'email')
    return deps.mail === null
      ? unsent('mail.not_set_up')
      : deps.mail({ event, links, eventId, to: channel.address, unsubscribeUrl: unsubscribeUrl ?? '' });
  return sendAll(channel.type, render(channel, event, links), deps);
}

type Chat = Exclude<ChannelSettings, { type: 'webhook' | 'email' }>;

function render(channel: Chat, event: WebhookBody, links: AlertLinks): ChannelRequest[] {
  switch (channel.type) {
    case 'slack':
      return renderSlack(event, links, channel);
    case 'discord':
      return renderDiscord(event, links, channel);
    case 'teams':
      return renderTeams(event, links, channel);
    case 'telegram':
      return renderTelegram(event, links, channel);
    case 'pagerduty':
      return renderPagerduty(event, links, channel);
  }
}

/** One after the other, within the time of one; the first that fails ends it. Nothing to send is delivered. */
async function sendAll(type: Chat['type'], requests: ChannelRequest[], deps: SendDeps): Promise<SendResult> {
  let last: SendResult = { ...unsent(null), ok: true };
  for (const request of requests) {
    const timeoutMs = Math.max(1, (deps.timeoutMs ?? TIMEOUT_MS) - last.durationMs);
    const result = judgeAnswer(type, await sendRequest(request, { ...deps, timeoutMs }));
    last = { ...result, durationMs: last.durationMs + result.durationMs };
    if (!last.ok) break;
  }
  return last;
}

const unsent = (error: SendResult['error']): SendResult => ({
  ok: false,
  status: null,
  durationMs: 0,
  address: null,
  error,
  responseBody: null,
  gone: null,
  retryAfterMs: null,
});

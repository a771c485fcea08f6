import { type ChannelType, type DeliveryResult, failureClassOfStatus } from '@alivemcp/contracts';
import type { Answer } from './send-request.ts';

/** `retryAfterMs`: how long the receiver asked us to wait. */
export type SendResult = DeliveryResult & { retryAfterMs: number | null };

/** What a vendor says beside its status. */
type Said = Partial<Pick<SendResult, 'gone' | 'retryAfterMs'>> & { refused?: boolean };
type Heard = { status: number | null; text: string };

const VENDORS: Record<Exclude<ChannelType, 'email'>, (answer: Heard) => Said> = {
  webhook: ({ status }) => (status === 410 ? { gone: 'The receiver answered 410 Gone.' } : {}),
  // The words of Slack for a webhook that was removed, or whose workspace was.
  slack: ({ status, text }) =>
    status === 404 && /\bno_(?:service|team)\b/.test(text) ? { gone: 'Slack says that this webhook was removed.' } : {},
  discord(answer) {
    const { code, retry_after } = jsonOf(answer);
    return {
      // "Unknown Webhook"; any other 404 is somebody's proxy.
      ...(answer.status === 404 && code === 10_015 && { gone: 'Discord says that this webhook was deleted.' }),
      ...inSeconds(retry_after),
    };
  },
  telegram(answer) {
    const { ok, parameters } = jsonOf(answer);
    return {
      ...(answer.status === 403 && ok === false && { gone: 'Telegram says that the bot may not write to this chat.' }),
      ...(ok === false && { refused: true }),
      ...inSeconds(parameters && (parameters as Record<string, unknown>).retry_after),
    };
  },
  teams: () => ({}),
  pagerduty: () => ({}),
};

/** What an answer means at this kind of receiver. A status of 2xx is a success unless its body says otherwise. */
export function judgeAnswer(type: Exclude<ChannelType, 'email'>, answer: Answer): SendResult {
  const { status, silence, durationMs, address, text } = answer;
  const { refused, ...said } = VENDORS[type](answer);
  const byStatus = status === null ? silence : failureClassOfStatus(status);
  const error = byStatus ?? (refused ? 'http.client_error' : null);
  return {
    ok: error === null,
    status,
    durationMs,
    address,
    error,
    responseBody: status === null ? null : text,
    gone: null,
    retryAfterMs: answer.retryAfterMs,
    ...said,
  };
}

const inSeconds = (seconds: unknown): Said =>
  typeof seconds === 'number' && seconds >= 0 ? { retryAfterMs: Math.ceil(seconds * 1_000) } : {};

/** The members of a JSON object; none where the text is anything else. */
function jsonOf({ text }: Heard): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

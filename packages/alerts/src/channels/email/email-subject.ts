import type { EventType, WebhookBody } from '@alivemcp/contracts';
import { harmless } from '../alert/harmless.ts';
import { hostOf } from '../alert/server-name.ts';

const MAX_TITLE = 120;

/** Events an incident can begin with. */
const OPENING: readonly EventType[] = ['server.down', 'server.degraded', 'incident.opened', 'latency.breached'];

/**
 * An incident keeps one subject from its beginning to its end, because Gmail makes a thread only of mails with the same one.
 * What is new stands in the first line, which mail programs show beside it.
 */
export function emailSubject({ type, data }: WebhookBody, title: string): string {
  const incident = data.incident && harmless(data.incident.title, MAX_TITLE, hostOf(data));
  if (!incident) return title;
  return OPENING.includes(type) ? incident : `Re: ${incident}`;
}

import { type EventData, type EventType, MAX_EVENT_BYTES, type WebhookBody } from '@alivemcp/contracts';

/** Lists of a drift in the order in which they are cut, the last entry first, until the body is under the limit; servers before. */
const CUT_FIRST = ['changes', 'removals', 'risks'] as const;

/** The body of an event, at most 20 KB. What is cut stays behind the link. */
export function serializeEvent(type: EventType, at: number, data: EventData): string {
  const body: WebhookBody = { type, timestamp: new Date(at).toISOString(), data };
  let text = JSON.stringify(body);
  let { drift, servers } = data;
  while (servers && Buffer.byteLength(text) > MAX_EVENT_BYTES && servers.length > 0) {
    servers = servers.slice(0, -1);
    text = JSON.stringify({ ...body, data: { ...data, servers } });
  }
  for (const list of CUT_FIRST) {
    while (drift && Buffer.byteLength(text) > MAX_EVENT_BYTES && drift[list].length > 0) {
      drift = { ...drift, [list]: drift[list].slice(0, -1), truncated: true };
      text = JSON.stringify({ ...body, data: { ...data, drift } });
    }
  }
  return text;
}

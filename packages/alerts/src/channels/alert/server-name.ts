import type { EventData } from '@alivemcp/contracts';
import { harmless } from './harmless.ts';

const MAX_NAME = 80;

/** Host and port of the watched server; empty where an event has none. */
export function hostOf({ server }: EventData): string {
  const url = server && URL.parse(server.url);
  return url && /^https?:$/.test(url.protocol) && url.host.length <= MAX_NAME ? url.host : '';
}

/** How its owner calls it. */
export function serverName(data: EventData): string {
  return data.server ? harmless(data.server.name, MAX_NAME, hostOf(data)) || 'A server' : 'A server';
}

import type { Transcript } from '@alivemcp/contracts';

/** A request as it goes over the wire: its line, headers and body. */
export const requestText = ({ method, url, headers, body }: Transcript['request']): string =>
  message(`${method} ${url}`, headers, body);

/** An answer as it came. */
export const responseText = ({ status, headers, body }: NonNullable<Transcript['response']>): string =>
  message(`HTTP ${status}`, headers, body);

function message(first: string, headers: Record<string, string>, body: string | null): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [first, ...lines, ...(body ? ['', body] : [])].join('\n');
}

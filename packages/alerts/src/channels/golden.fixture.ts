import type { ChannelRequest } from './request.ts';

/** Requests as a person can read them: the bodies taken apart. */
export function goldenText(requests: readonly ChannelRequest[]): string {
  const shown = requests.map((request) => ({ ...request, body: JSON.parse(request.body) as unknown }));
  return `${JSON.stringify(shown, null, 2)}\n`;
}

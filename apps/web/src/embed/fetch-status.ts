import type { EmbedStatus } from '@alivemcp/contracts';
import { STATES } from '../theme/states.ts';

const TIMEOUT_MS = 10_000;

/** The state of a public server; throws when it cannot be had or makes no sense. */
export async function fetchStatus(origin: string, slug: string): Promise<EmbedStatus> {
  const response = await fetch(`${origin}/api/embed-status/${encodeURIComponent(slug)}`, {
    credentials: 'omit',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const status: EmbedStatus = await response.json();
  if (!response.ok || !Object.hasOwn(STATES, status.status)) throw new Error(`No state of ${slug}`);
  if (!/^https?:/.test(status.status_page_url)) throw new Error('No page to link to');
  return status;
}

import type { Reader } from '../reader.ts';
import { urlSchema } from '../url-schema.ts';

/** Where to tell every minute that all works; null: nowhere. The address may hold a secret. */
export type DeadManSettings = { deadManUrl: string | null };

const url = urlSchema(['http:', 'https:'], 'https://hc-ping.com/…');

export function readDeadMan(reader: Reader): DeadManSettings {
  return { deadManUrl: reader.read<string | null>('ALIVEMCP_DEADMAN_URL', url, null) };
}

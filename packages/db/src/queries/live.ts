import type { LiveEvent } from '@alivemcp/contracts';
import { sql } from 'drizzle-orm';
import type { Database, Db } from '../database.ts';

export type LiveMessage = { workspaceId: string; event: LiveEvent };

const CHANNEL = 'alivemcp_live';
/** A payload must stay below 8000 bytes; so many ids have 6600. */
const IDS_IN_ONE = 200;

/** Tells these to every process that listens, when the transaction commits. Twice the same in one transaction is told once. */
export async function notifyLive(tx: Db, messages: LiveMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const payloads = [...new Set(messages.flatMap(inParts).map((message) => JSON.stringify(message)))];
  await tx.execute(sql`
    select pg_notify(${CHANNEL}, payload) from jsonb_array_elements_text(${JSON.stringify(payloads)}::jsonb) as payload`);
}

/** Calls `onPayload` with the JSON of every `LiveMessage` that is told, `onGap` when some may be lost. Returns the way to stop. */
export function listenLive(
  database: Database,
  onPayload: (payload: string) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  return database.listen(CHANNEL, onPayload, onGap);
}

function inParts({ workspaceId, event }: LiveMessage): LiveMessage[] {
  if (event.type !== 'probed') return [{ workspaceId, event }];
  const parts: LiveMessage[] = [];
  for (let from = 0; from < event.serverIds.length; from += IDS_IN_ONE) {
    const serverIds = event.serverIds.slice(from, from + IDS_IN_ONE);
    parts.push({ workspaceId, event: { type: 'probed', serverIds } });
  }
  return parts;
}

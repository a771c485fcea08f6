import { type Db, keepCertificates } from '@alivemcp/db';
import type { RecordedProbe } from '../record/record-batch.ts';

type Probe = Pick<RecordedProbe, 'workspaceId' | 'serverId' | 'suspect' | 'result'>;

/** What the server says is not trusted to be a date that a database takes. */
const LAST_MS = Date.UTC(10_000, 0);

/**
 * Keeps when the certificates end that these probes of a region were shown; a write only where it is another one than before.
 * Called where results are recorded, in their transaction, with one probe a server.
 */
export async function noteCertificates(tx: Db, region: string, probes: Probe[]): Promise<void> {
  const shown = probes.flatMap(({ workspaceId, serverId, suspect, result }) => {
    const endMs = Date.parse(result.certificate?.validTo ?? '');
    return !suspect && endMs > 0 && endMs < LAST_MS ? [{ workspaceId, serverId, validTo: new Date(endMs) }] : [];
  });
  await keepCertificates(tx, region, shown);
}

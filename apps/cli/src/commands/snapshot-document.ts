import type { ProbeResult } from '@alivemcp/contracts';
import { type CanonicalTool, canonicalToolList } from '@alivemcp/drift';

/** The file of `alivemcp snapshot`: no dates, so that the same tools give the same file. */
export type SnapshotDocument = {
  algorithm: string;
  hash: string;
  protocol: ProbeResult['protocol'];
  serverInfo: ProbeResult['serverInfo'];
  tools: CanonicalTool[];
};

export function snapshotDocument(result: ProbeResult & { tools: unknown[] }): SnapshotDocument {
  const { algorithm, hash, tools } = canonicalToolList(result.tools);
  return { algorithm, hash, protocol: result.protocol, serverInfo: result.serverInfo, tools };
}

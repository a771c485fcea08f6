import { type Db, insertSurfaceSnapshots, insertToolSnapshots, listKnownSnapshots, schema } from '@alivemcp/db';
import { type CanonicalSurface, type CanonicalToolList, tokenCost } from '@alivemcp/drift';
import type { RecordedProbe } from './record-batch.ts';

/** Stores the tool lists and surfaces that were seen, each once a hash. */
export async function storeContents(tx: Db, probes: RecordedProbe[]): Promise<void> {
  const lists = await listMissing(tx, schema.toolSnapshot, probes, ({ toolList, alternate }) => [
    toolList,
    alternate?.toolList ?? null,
  ]);
  await insertToolSnapshots(tx, lists.map(toToolRow));
  const surfaces = await listMissing(tx, schema.surfaceSnapshot, probes, ({ surface }) => [surface]);
  await insertSurfaceSnapshots(tx, surfaces.map(toSurfaceRow));
}

type Owned<T> = { workspaceId: string; content: T };

async function listMissing<T extends { hash: string }>(
  tx: Db,
  table: Parameters<typeof listKnownSnapshots>[1],
  probes: RecordedProbe[],
  contentsOf: (probe: RecordedProbe) => (T | null)[],
): Promise<Owned<T>[]> {
  const seen = new Map<string, Owned<T>>();
  for (const probe of probes) {
    for (const content of contentsOf(probe)) {
      if (content) seen.set(`${probe.workspaceId}/${content.hash}`, { workspaceId: probe.workspaceId, content });
    }
  }
  const wanted = [...seen.values()].map(({ workspaceId, content }) => ({ workspaceId, hash: content.hash }));
  const known = await listKnownSnapshots(tx, table, wanted);
  return [...seen].filter(([key]) => !known.has(key)).map(([, owned]) => owned);
}

const toToolRow = ({ workspaceId, content }: Owned<CanonicalToolList>) => ({
  workspaceId,
  hash: content.hash,
  algorithm: content.algorithm,
  contractHash: content.contractHash,
  presentationHash: content.presentationHash,
  count: content.count,
  tokens: tokenCost(content.tools),
  tools: content.tools,
});

const toSurfaceRow = ({ workspaceId, content }: Owned<CanonicalSurface>) => ({
  workspaceId,
  hash: content.hash,
  algorithm: content.algorithm,
  content: content.content,
});

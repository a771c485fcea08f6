import type { Era } from '@alivemcp/contracts';
import {
  canonicalToolList,
  diffToolLists,
  judgeVersion,
  summarizeChanges,
  tokenCost,
  worstClass,
} from '@alivemcp/drift';
import { newId } from '../new-id.ts';

/** What a server said of itself at some time. */
export type Said = { name: string; version: string; tools: unknown[] };

const HOUR_MS = 3_600_000;

/** Tool lists that followed each other at equal distances between `from` and `to`, and the drift from each to the next. */
export function pastTools(said: Said[], era: Era, region: string, from: number, to: number) {
  const lists = said.map(({ version, tools }, i) => ({
    at: new Date(Math.floor(from + ((to - from) * i) / said.length)),
    version,
    list: canonicalToolList(tools),
  }));
  return {
    snapshots: lists.map(({ list: { names, duplicates, ...stored }, at }) => ({
      ...stored,
      tokens: tokenCost(stored.tools),
      createdAt: at,
    })),
    versions: lists.map(({ at, version, list }, i) => ({
      firstSeenAt: at,
      hash: list.hash,
      era,
      serverVersion: version,
      replacedAt: lists[i + 1]?.at ?? null,
    })),
    drifts: lists.slice(1).map(({ at, version, list }, i) => {
      const before = lists[i] ?? { version: null, list };
      const changes = diffToolLists(before.list.tools, list.tools);
      const driftClass = worstClass(changes) ?? 'cosmetic';
      return {
        id: newId('drift', at.getTime()),
        at,
        class: driftClass,
        versionVerdict: judgeVersion(driftClass, before.version, version),
        fromHash: before.list.hash,
        toHash: list.hash,
        fromVersion: before.version,
        toVersion: version,
        regions: [region],
        summary: summarizeChanges(changes),
        changes,
        tokensBefore: tokenCost(before.list.tools),
        tokensAfter: tokenCost(list.tools),
        acceptedAt: new Date(at.getTime() + HOUR_MS),
        acceptedBy: 'demo',
        acceptedNote: 'Announced with the release.',
      };
    }),
    present: lists.at(-1) ?? null,
  };
}

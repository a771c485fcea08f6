import { createHash } from 'node:crypto';
import { SURFACE_LISTS, type SurfaceList } from '@alivemcp/contracts';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { canonicalValue } from '../canonical/canonical-value.ts';
import type { Json, JsonObject } from '../canonical/json.ts';
import { canonicalList } from './canonical-list.ts';

/** Changes with every change of the rules below, so that hashes of two algorithms are never compared. */
export const SURFACE_ALGORITHM = 'alivemcp-surface-v1';

/** What a server promises besides its tools, as a probe saw it. */
export type SurfaceInput = {
  serverInfo: { name: string; version: string } | null;
  capabilities: Record<string, unknown> | null;
  instructions: string | null;
  /** The lists that were read. */
  lists: Partial<Record<SurfaceList, unknown[]>>;
};

export type CanonicalSurface = {
  algorithm: typeof SURFACE_ALGORITHM;
  /** SHA-256, hex, of the content. */
  hash: string;
  /** `serverInfo`, `capabilities`, `instructions`, and the lists that were read. Hostile throughout. */
  content: JsonObject;
};

/** The canonical form of a server's surface. Same meaning, same hash: see docs/surface-hash.md. */
export function canonicalSurface({ serverInfo, capabilities, instructions, lists }: SurfaceInput): CanonicalSurface {
  const content = {
    // The version is no part of it: every release would be drift.
    serverInfo: serverInfo === null ? null : { name: canonicalValue(serverInfo.name, 'data') },
    capabilities: canonicalValue(capabilities, 'data'),
    // To say nothing is to give none.
    instructions: canonicalValue(instructions, 'data') || null,
    ...Object.fromEntries(SURFACE_LISTS.flatMap((list) => readList(list, lists[list]))),
  };
  return {
    algorithm: SURFACE_ALGORITHM,
    hash: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    content,
  };
}

const readList = (list: SurfaceList, entries: unknown): [string, Json][] =>
  Array.isArray(entries) ? [[list, canonicalList(list, entries)]] : [];

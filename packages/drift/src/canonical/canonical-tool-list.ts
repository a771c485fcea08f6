import { createHash } from 'node:crypto';
import { byCodeUnits } from './canonical-json.ts';
import { type CanonicalTool, canonicalTexts, canonicalTool, toolName } from './canonical-tool.ts';

/** Changes with every change of the rules below, so that hashes of two algorithms are never compared. */
export const ALGORITHM = 'alivemcp-tools-v1';

export type CanonicalToolList = {
  algorithm: typeof ALGORITHM;
  /** SHA-256, hex, of everything. */
  hash: string;
  /** Of name, inputSchema and outputSchema alone: what a caller's code depends on. */
  contractHash: string;
  /** Of the rest: title, description, annotations, icons, _meta and whatever else there is. */
  presentationHash: string;
  /** Each name once, in code-unit order. Hostile text. */
  names: string[];
  /** Entries, the malformed and doubled ones too. */
  count: number;
  /** Names that more than one entry has. */
  duplicates: string[];
  tools: CanonicalTool[];
};

/** The canonical form of a `tools/list` answer (all pages). Same meaning, same hash: see docs/tool-list-hash.md. */
export function canonicalToolList(tools: readonly unknown[]): CanonicalToolList {
  const entries = tools
    .map(canonicalTool)
    .map((tool) => ({ tool, name: toolName(tool), ...canonicalTexts(tool) }))
    .sort(
      (a, b) =>
        byCodeUnits(a.name ?? '', b.name ?? '') || byCodeUnits(a.contract, b.contract) || byCodeUnits(a.whole, b.whole),
    );
  const named = entries.flatMap(({ name }) => (name === null ? [] : [name]));
  return {
    algorithm: ALGORITHM,
    hash: hashOf(entries.map(({ whole }) => whole)),
    contractHash: hashOf(entries.map(({ contract }) => contract)),
    presentationHash: hashOf(entries.map(({ presentation }) => presentation)),
    names: [...new Set(named)],
    count: entries.length,
    duplicates: [...new Set(named.filter((name, index) => name === named[index - 1]))],
    tools: entries.map(({ tool }) => tool),
  };
}

const hashOf = (texts: string[]): string =>
  createHash('sha256')
    .update(`[${texts.join(',')}]`)
    .digest('hex');

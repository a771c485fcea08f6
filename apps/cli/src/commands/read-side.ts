import { readFile } from 'node:fs/promises';
import type { ProbeResult } from '@alivemcp/contracts';
import { ALGORITHM, type CanonicalToolList, canonicalToolList } from '@alivemcp/drift';
import { note } from '../output/stdio.ts';
import { looksLikeUrl } from './parse-url.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probeTools } from './probe-tools.ts';
import { UsageError } from './usage-error.ts';

/** One side of a diff. */
export type Side = { list: CanonicalToolList; version: string | null; era: string | null };

/** From a URL by a probe; else from a file: a snapshot, a `tools/list` result, or the bare array of tools. */
export async function readSide(source: string, options: ProbeOptions): Promise<Side> {
  return looksLikeUrl(source) ? seenSide(await probeTools(source, options)) : readSnapshot(source);
}

export const seenSide = ({ tools, serverInfo, protocol }: ProbeResult & { tools: unknown[] }): Side => ({
  list: canonicalToolList(tools),
  version: serverInfo?.version ?? null,
  era: protocol?.era ?? null,
});

/** Throws UsageError for what cannot be read as a tool list. */
export async function readSnapshot(file: string): Promise<Side> {
  return sideIn(file, await readFile(file, 'utf8').catch(unreadable(file)));
}

const unreadable = (source: string) => (error: NodeJS.ErrnoException) => {
  throw new UsageError(`cannot read ${source}: ${error.code ?? error.message}; it is neither a file nor a URL`);
};

function sideIn(source: string, text: string): Side {
  const document = parse(source, text);
  const tools = Array.isArray(document) ? document : member(document, 'tools');
  if (!Array.isArray(tools)) throw new UsageError(`${source} is no snapshot: it has no list "tools"`);
  const list = canonicalToolList(tools);
  if (member(document, 'algorithm') === ALGORITHM && member(document, 'hash') !== list.hash) {
    note(`${source}: the tools do not match its hash; the file was edited`);
  }
  return {
    list,
    version: textOrNull(member(member(document, 'serverInfo'), 'version')),
    era: textOrNull(member(member(document, 'protocol'), 'era')),
  };
}

function parse(source: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(`${source} is no snapshot: not valid JSON`);
  }
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

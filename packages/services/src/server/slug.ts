import { randomInt } from 'node:crypto';

const MAX_BASE = 56;
const NUMBERED_UNTIL = 9;

/** `mcp.example.com` → `mcp-example-com`; a port stays, so that servers of one machine differ. */
export const slugOfHost = (host: string): string => toSlug(host) || 'server';

/** `Bücher & Räume` → `bucher-raume`. */
export const slugOfTitle = (title: string): string =>
  toSlug(title.normalize('NFKD').replace(/\p{M}/gu, '')) || 'status';

function toSlug(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
  return plain.slice(0, MAX_BASE).replace(/-$/, '');
}

/**
 * The first free one of `base`, `base-2` … `base-9`, else one with a random ending. Somebody may still be faster: whoever
 * lost such a race before asks with `crowded` for a random one.
 */
export async function findFreeSlug(
  listTaken: (slugs: string[]) => Promise<Set<string>>,
  base: string,
  crowded: boolean,
): Promise<string> {
  const random = `${base}-${randomInt(36 ** 5)
    .toString(36)
    .padStart(5, '0')}`;
  if (crowded) return random;
  const numbered = Array.from({ length: NUMBERED_UNTIL - 1 }, (_, i) => `${base}-${i + 2}`);
  const candidates = [base, ...numbered];
  const taken = await listTaken(candidates);
  return candidates.find((slug) => !taken.has(slug)) ?? random;
}

import { markHidden } from '../diff/mark-hidden.ts';

/** ` (a, b, …)`: the first names of several, cleaned; nothing when none is to be quoted. */
export function quoteSome(names: readonly string[], quoted: number): string {
  if (quoted === 0) return '';
  const shown = names.slice(0, quoted).map((name) => markHidden(name, 65));
  return ` (${[...shown, ...(names.length > quoted ? ['…'] : [])].join(', ')})`;
}

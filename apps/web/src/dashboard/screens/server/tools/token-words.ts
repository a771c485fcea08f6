import type { Drift } from '@alivemcp/contracts';

const count = (tokens: number): string => tokens.toLocaleString('en');

/** What a list adds to an agent's context, as one reads it: `about 1,150 tokens`. */
export const aboutTokens = (tokens: number): string =>
  tokens === 1 ? 'about 1 token' : `about ${count(tokens)} tokens`;

/** Cost of the tool list before and after a change; null where it is not known or the same. */
export function tokenSentence(tokens: Drift['tokens']): string | null {
  if (tokens === null || tokens.before === tokens.after) return null;
  const more = tokens.after - tokens.before;
  return `about ${count(tokens.before)} → ${count(tokens.after)} tokens (${more > 0 ? '+' : '−'}${count(Math.abs(more))})`;
}

import type { Guard } from '@alivemcp/net-guard';
import { type Answers, noAnswers } from '../answers.ts';
import type { Walk } from './discover.ts';

export type Token = { value: string; expiresAt: number };

const MAX_ENTRIES = 10_000;

/**
 * What one process remembers between probes: access tokens, where each client secret went first, discovery walks and long
 * answers. Dies with its guard.
 */
export type Memory = {
  tokens: Map<string, Token>;
  tokenOrigins: Map<string, string>;
  walks: Map<string, { walk: Walk; expiresAt: number }>;
  answers: Answers;
};

const memories = new WeakMap<Guard, Memory>();

export function memoryOf(guard: Guard): Memory {
  const known = memories.get(guard);
  if (known !== undefined) return known;
  const memory: Memory = { tokens: new Map(), tokenOrigins: new Map(), walks: new Map(), answers: noAnswers() };
  memories.set(guard, memory);
  return memory;
}

/** Bounded insertion: the oldest entry goes first. */
export function remember<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  if (map.size <= MAX_ENTRIES) return;
  const oldest = map.keys().next();
  if (!oldest.done) map.delete(oldest.value);
}

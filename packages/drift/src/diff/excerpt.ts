import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Json } from '../canonical/json.ts';

/** Longer values ride as a piece of their text: changes go into events and mails, the whole is in the list. */
const MAX_EXCERPT = 1000;
/** Characters that two long texts share and that are shown before the first one that differs. */
const CONTEXT = 100;

type Excerpts = { before: Json; after: Json };

/**
 * Two values as a change quotes them, null where there was none. Of what is too long, the piece around the first
 * difference: in a long description the beginning is what did not change.
 */
export function excerpts(before: Json | undefined, after: Json | undefined): Excerpts {
  const was = textOf(before);
  const is = textOf(after);
  const from = before === undefined || after === undefined ? 0 : Math.max(0, firstDifference(was, is) - CONTEXT);
  return { before: excerpt(before, was, from), after: excerpt(after, is, from) };
}

function excerpt(value: Json | undefined, text: string, from: number): Json {
  if (value === undefined) return null;
  if (text.length <= MAX_EXCERPT) return value;
  const piece = text.slice(from, from + MAX_EXCERPT).toWellFormed();
  return `${from > 0 ? '…' : ''}${piece}${from + MAX_EXCERPT < text.length ? '…' : ''}`;
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : canonicalJson(value);
}

function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index++;
  return index;
}

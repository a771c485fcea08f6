import { canonicalJson } from '../canonical/canonical-json.ts';
import type { Json } from '../canonical/json.ts';

/** Longer values ride as the beginning of their text: changes go into events and mails, the whole is in the list. */
const MAX_EXCERPT = 1000;

/** A value as a change quotes it; null where there was none. */
export function excerpt(value: Json | undefined): Json {
  if (value === undefined) return null;
  const text = canonicalJson(value);
  return text.length <= MAX_EXCERPT ? value : `${text.slice(0, MAX_EXCERPT).toWellFormed()}…`;
}

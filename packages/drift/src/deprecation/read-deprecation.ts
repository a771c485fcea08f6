import { canonicalTool } from '../canonical/canonical-tool.ts';
import { isJsonObject, type Json, type JsonObject, own } from '../canonical/json.ts';
import { dateIn } from './date-in.ts';
import { daysIn } from './days-in.ts';
import { saysDeprecated } from './says-deprecated.ts';

export type Deprecation = {
  deprecated: true;
  /** A date (YYYY-MM-DD) or a version, as the server says it. */
  since?: string;
  /** Days the server promises between the mark and the removal. */
  removalWindowDays?: number;
  /** YYYY-MM-DD, where the server names a day instead of a number of days. */
  removalDate?: string;
};

const MAX_TEXT = 20_000;
const SINCE = /\bdeprecated\s+(?:since|as of|in)\s+(?:version\s+)?(v?\d[\w.+-]{0,30})/i;
const REMOVAL = /\b(?:removed|removal|remove|sunset|deleted|gone|retired|shut down)\b[^\n]{0,80}/gi;

/**
 * What a tool says of its own end: in `_meta` or a member `deprecated`, or in its description. null when it says nothing.
 * Takes a canonical tool, and a raw one as well.
 */
export function readDeprecation(tool: unknown): Deprecation | null {
  const whole = canonicalTool(tool);
  if (!isJsonObject(whole)) return null;
  const description = textOf(own(whole, 'description'));
  const notes = notesOf(whole);
  const marked = notes.some(({ key, value }) => key === 'deprecated' && isYes(value));
  if (!marked && !saysDeprecated(description)) return null;
  const said = notes.flatMap(({ value }) => (isJsonObject(value) ? Object.entries(value) : []));
  const noted = (names: string[]) =>
    said.find(([key]) => names.includes(key.toLowerCase().replace(/[^a-z]/g, '')))?.[1];
  const text = [description, ...notes.map(({ value }) => textOf(value))].join('\n').slice(0, MAX_TEXT);
  const removals = text.match(REMOVAL)?.join('\n') ?? '';
  const since = textOf(noted(['since', 'deprecatedsince', 'from'])).slice(0, 40) || SINCE.exec(text)?.[1];
  const days = noted(['removalwindowdays', 'windowdays', 'removalindays', 'removedays']) ?? daysIn(removals);
  const date = dateIn(textOf(noted(['removal', 'removaldate', 'removeon', 'removeafter', 'sunset'])) || removals);
  return {
    deprecated: true,
    ...(since ? { since: since.replace(/[.+-]+$/, '') } : {}),
    ...(typeof days === 'number' && days >= 0 ? { removalWindowDays: Math.floor(days) } : {}),
    ...(date === null ? {} : { removalDate: date }),
  };
}

/** Members that speak of deprecation, under their last name: `com.example/deprecated` is `deprecated`. */
function notesOf(tool: JsonObject): { key: string; value: Json }[] {
  const places = [tool, own(tool, '_meta'), own(tool, 'annotations')].filter(isJsonObject);
  return places.flatMap((place) =>
    Object.entries(place).flatMap(([key, value]) => {
      const name = key.slice(key.lastIndexOf('/') + 1).toLowerCase();
      return name === 'deprecated' || name === 'deprecation' ? [{ key: 'deprecated', value }] : [];
    }),
  );
}

function isYes(value: Json): boolean {
  if (isJsonObject(value)) return own(value, 'deprecated') !== false;
  return value === true || (typeof value === 'string' && !/^(?:|false|no|0)$/i.test(value.trim()));
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value.slice(0, MAX_TEXT) : '');

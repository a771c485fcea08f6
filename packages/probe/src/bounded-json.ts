import secureJson from 'secure-json-parse';
import { LIMITS } from './limits.ts';

export type JsonReading = { ok: true; value: unknown } | { ok: false; why: 'syntax' | 'depth' | 'tokens' };

/** Parses a stranger's JSON: nesting and size are counted before, prototype keys removed after. */
export function parseBoundedJson(text: string): JsonReading {
  const fault = scan(text);
  if (fault !== null) return { ok: false, why: fault };
  try {
    const value: unknown = secureJson.parse(text, undefined, { protoAction: 'remove', constructorAction: 'remove' });
    return { ok: true, value };
  } catch {
    return { ok: false, why: 'syntax' };
  }
}

const QUOTE = 34;
const BACKSLASH = 92;

/** One pass over the text; strings are skipped with `indexOf`. */
function scan(text: string): 'depth' | 'tokens' | null {
  let depth = 0;
  let tokens = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === QUOTE) {
      i = endOfString(text, i);
      if (i < 0) return null; // never closed: the parser will say so
    } else if (c === 0x7b || c === 0x5b) {
      if (++depth > LIMITS.jsonDepth) return 'depth';
    } else if (c === 0x7d || c === 0x5d) depth--;
    else if (c === 0x2c && ++tokens > LIMITS.jsonTokens) return 'tokens';
  }
  return null;
}

function endOfString(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let slashes = 0;
    while (text.charCodeAt(close - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return close;
  }
  return -1;
}

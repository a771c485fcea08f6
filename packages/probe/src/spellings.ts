/** Text as UTF-8 bytes (one character each) without its escapes, and where in the text each byte came from. */
type Unescaped = { bytes: string; from: number[] };

const ESCAPE = /\\+(?:u([0-9a-f]{4}))?|%([0-9a-f]{2})|&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Undoes what JSON (also twice), URLs, forms and HTML do to text. One pass, whatever a stranger sends. */
function unescaped(text: string): Unescaped {
  const bytes: number[] = [];
  const from: number[] = [];
  const add = (plain: string, at: number): void => {
    for (const byte of Buffer.from(plain)) {
      bytes.push(byte === PLUS ? SPACE : byte);
      from.push(at);
    }
  };
  let done = 0;
  for (const match of text.matchAll(ESCAPE)) {
    for (; done < match.index; done++) add(text.charAt(done), done);
    done += match[0].length;
    const [, unit, byte, decimal, hex, name] = match;
    const code = unit ?? hex;
    if (byte !== undefined) {
      bytes.push(Number.parseInt(byte, 16));
      from.push(match.index);
    } else if (code !== undefined) add(characterOf(Number.parseInt(code, 16)), match.index);
    else if (decimal !== undefined) add(characterOf(Number(decimal)), match.index);
    else if (name !== undefined) add(NAMED[name.toLowerCase()] ?? '', match.index);
    // Before a letter a backslash is one, before anything else it escapes.
    else if (/\w/.test(text.charAt(done))) add('\\', match.index);
  }
  for (; done < text.length; done++) add(text.charAt(done), done);
  return { bytes: Buffer.from(bytes).toString('latin1'), from };
}

const PLUS = 43;
const SPACE = 32;
const MAX_CODE_POINT = 0x10ffff;

const characterOf = (code: number): string => (code <= MAX_CODE_POINT ? String.fromCodePoint(code) : '');

/** Puts `mask` in the place of every one of `values` in a text, with whichever of their characters escaped. */
export function maskSpelled(text: string, values: readonly string[], mask: string): string {
  let out = text;
  for (const value of values) {
    const { bytes, from } = unescaped(out);
    const wanted = unescaped(value).bytes;
    if (wanted === '') continue;
    let done = 0;
    let masked = '';
    for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + wanted.length)) {
      masked += out.slice(done, from[at]) + mask;
      done = from[at + wanted.length] ?? out.length;
    }
    out = masked + out.slice(done);
  }
  return out;
}

const MIN_PIECE = 8;

/** What of the base64 of any text around `value` is `value`'s own: one piece for each place it may begin in a group of three. */
export function base64Pieces(value: string): string[] {
  const pieces = new Set<string>();
  for (const before of [0, 1, 2]) {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const own = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)] as const;
    for (const encoding of ['base64', 'base64url'] as const) pieces.add(bytes.toString(encoding).slice(...own));
  }
  return [...pieces].filter((piece) => piece.length >= MIN_PIECE);
}

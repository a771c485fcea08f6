// Controls, soft hyphen, zero-width and bidirectional marks, line separators, tag characters: text that hides or reorders text.
const INVISIBLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A stranger's text made fit for one line: nothing invisible, at most `max` characters. Escaping is up to who shows it. */
export function cleanText(text: string, max = 60): string {
  // Cut first: what is thrown away need not be cleaned.
  const line = text
    .slice(0, max * 4)
    .toWellFormed()
    .replace(INVISIBLE, '\ufffd');
  const characters = [...line];
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line;
}

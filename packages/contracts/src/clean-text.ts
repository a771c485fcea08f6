/**
 * What can mislead a reader or a terminal: control characters except tab and line feed; zero-width, bidirectional and other
 * invisible formatting characters; tag characters.
 */
export const HIDDEN_CHARACTERS =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A stranger's text without hidden characters. Still to be escaped where it is shown. */
export const cleanText = (text: string): string => text.replace(HIDDEN_CHARACTERS, '').toWellFormed();

/** The same as one line of at most `max` characters. */
export function cleanLine(text: string, max = 200): string {
  // Cut first: what is thrown away need not be cleaned.
  const line = cleanText(text.slice(0, max * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

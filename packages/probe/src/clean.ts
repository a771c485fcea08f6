// Control characters except tab and line feed; zero-width, bidi and other invisible formatting characters.
const UNWANTED =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** A stranger's text without characters that can mislead a reader or a terminal. Still to be escaped where shown. */
export const cleanText = (text: string): string => text.replace(UNWANTED, '').toWellFormed();

/** One line of at most `max` characters. */
export function cleanLine(text: string, max = 200): string {
  const line = cleanText(text.slice(0, max * 4))
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > max ? `${line.slice(0, max - 1)}…` : line;
}

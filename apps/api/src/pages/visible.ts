// Control characters, and marks that hide or reorder what a stranger named (U+202E and its like).
const UNFIT = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

/** A stranger's text as one line of a page, at most `max` characters. */
export function visible(text: string, max = 200): string {
  const clean = [...text.replace(UNFIT, ' ')];
  return clean.length > max ? `${clean.slice(0, max - 1).join('')}…` : clean.join('');
}

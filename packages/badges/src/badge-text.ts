// Whatever XML 1.0 forbids, and marks that hide or reorder text.
const UNFIT = /[\p{Cc}\p{Cs}\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;

const MAX_TEXT = 64;

/** A stranger's text as a badge may carry it: one line, at most 64 characters. Markup is escaped by the renderer. */
export function badgeText(text: string): string {
  const clean = [...text.slice(0, MAX_TEXT * 4).replace(UNFIT, '')];
  return clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT - 1).join('')}…` : clean.join('').trim();
}

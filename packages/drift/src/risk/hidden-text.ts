import { HIDDEN_CHARACTERS } from '@alivemcp/contracts';

/** Joiners and marks that ordinary writing needs: within emoji, and in scripts whose letters join or run right to left. */
const ORDINARY = [
  /(?<=\p{Extended_Pictographic}|\ufe0f|\p{Emoji_Modifier})\u200d(?=\p{Extended_Pictographic})/gu,
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{M}])[\u200c\u200d]/gu,
  /(?<=[\p{Script=Arabic}\p{Script=Hebrew}][^\n]{0,40})[\u200e\u200f\u061c]|[\u200e\u200f\u061c](?=[^\n]{0,40}[\p{Script=Arabic}\p{Script=Hebrew}])/gu,
  // A flag of a region: the black flag, spelt out by tags, and the tag that ends it.
  /(?<=\u{1f3f4})[\u{e0020}-\u{e007e}]{1,6}\u{e007f}/gu,
  /^\ufeff|\r/g,
];
/** Also fillers that show as nothing, and selectors in rows, which hold a byte each. */
const ALSO_HIDDEN = /[\u115f\u1160\u3164\uffa0]|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]{2,}/gu;

/** The first hidden characters of a text that no ordinary writing needs, as `U+200B U+202E`; null when there are none. */
export function hiddenText(text: string): string | null {
  const rest = ORDINARY.reduce((left, ordinary) => left.replace(ordinary, ''), text);
  const hidden = [
    ...(rest.match(HIDDEN_CHARACTERS) ?? []),
    ...(rest.match(ALSO_HIDDEN) ?? []).flatMap((run) => [...run]),
  ];
  const shown = [...new Set(hidden)].slice(0, 5).map(codePoint);
  return shown.length === 0 ? null : shown.join(' ');
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

import { HIDDEN_CHARACTERS } from '@alivemcp/contracts';

/** A stranger's text with its hidden characters made visible: instructions to an AI client like to hide in them. */
export const showHidden = (text: string): string =>
  text.replace(HIDDEN_CHARACTERS, (character) => `⟦U+${codeOf(character)}⟧`).toWellFormed();

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

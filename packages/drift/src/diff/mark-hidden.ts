import { HIDDEN_CHARACTERS } from '@alivemcp/contracts';

/**
 * A stranger's text made fit for one line of at most `max` characters. Hidden characters are marked instead of removed:
 * between two versions of a text they may be all that changed. Escaping is up to who shows it.
 */
export function markHidden(text: string, max = 60): string {
  const line = text
    .slice(0, max * 4)
    .toWellFormed()
    .replace(/[\t\n\r]+/g, ' ')
    .replace(HIDDEN_CHARACTERS, '\ufffd');
  const characters = [...line];
  return characters.length > max ? `${characters.slice(0, max - 1).join('')}…` : line;
}

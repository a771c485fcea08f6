/** The parts of a text that are not empty. */
export const splitText = (text: string | undefined, separator: string): string[] =>
  (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

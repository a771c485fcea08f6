import { styleText } from 'node:util';

type Color = 'green' | 'yellow' | 'red' | 'gray' | 'cyan' | 'bold';

/** Colour for a terminal. `styleText` looks at the stream, NO_COLOR and FORCE_COLOR; the word always says the same. */
export const paint = (color: Color, text: string): string =>
  styleText(color, text, { stream: process.stdout, validateStream: true });

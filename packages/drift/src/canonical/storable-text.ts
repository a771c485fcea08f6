// biome-ignore lint/suspicious/noControlCharactersInRegex: U+0000 is what this looks for
const UNSTORABLE = /\u0000/g;

/** Text that UTF-8 and every database can hold: U+0000 and lone surrogates become U+FFFD. */
export const storableText = (text: string): string => text.toWellFormed().replace(UNSTORABLE, '\ufffd');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// What XML 1.0 cannot hold, in whatever form (2.2, Characters).
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Text for an XML document, in elements and quoted attributes alike. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNFIT, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const SHOWN_BYTES = 4_096;

/** Control characters but tab and newline, zero-width and bidi marks, line separators, tag characters. */
const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** The first 4 KiB of a stranger's bytes as text that cannot hide or turn around what people read in the delivery log. */
export function cleanText(bytes: Uint8Array): string {
  // `stream` leaves out a character that the cut went through.
  const text = new TextDecoder().decode(bytes.subarray(0, SHOWN_BYTES), { stream: true });
  return text.replace(UNSAFE, '');
}

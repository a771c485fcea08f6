import { cleanText } from '@alivemcp/contracts';

const SHOWN_BYTES = 4_096;

/** The first 4 KiB of a stranger's bytes as text for the delivery log. */
export function shownText(bytes: Uint8Array): string {
  // `stream` leaves out a character that the cut went through.
  return cleanText(new TextDecoder().decode(bytes.subarray(0, SHOWN_BYTES), { stream: true }));
}

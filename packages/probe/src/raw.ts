import { isUtf8 } from 'node:buffer';

/** What came from a stranger, before it is read: the bytes of a body, or the text of an event. */
export type Raw = Uint8Array | string;

/** As text; bytes that are no UTF-8 one by one. */
export function textOf(raw: Raw): string {
  if (typeof raw === 'string') return raw;
  return isUtf8(raw) ? new TextDecoder().decode(raw) : Buffer.from(raw).toString('latin1');
}

export const isSame = (a: Raw, b: Raw): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : Buffer.compare(a, b) === 0;

const OPENING_BRACE = 0x7b;

/** Whether there is nothing but white space. Most answers show at their first byte that there is more. */
export const isBlank = (raw: Raw): boolean => raw[0] !== OPENING_BRACE && Buffer.from(raw).toString().trim() === '';

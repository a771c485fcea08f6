import { readFileSync } from 'node:fs';
import type { Reader } from '../reader.ts';

const BYTES = 32;
const FORM = `must be ${BYTES} bytes in base64 (make one with: openssl rand -base64 ${BYTES})`;

/** The key that seals stored credentials; null when none is given. */
export function readSecretKey(reader: Reader): Buffer | null {
  const text = reader.text('ALIVEMCP_SECRET_KEY');
  const file = reader.text('ALIVEMCP_SECRET_KEY_FILE');
  if (text && file) {
    reader.fault('ALIVEMCP_SECRET_KEY_FILE', 'is set together with ALIVEMCP_SECRET_KEY; set one of them');
    return null;
  }
  if (text) return decode(reader, 'ALIVEMCP_SECRET_KEY', text);
  if (!file) return null;
  try {
    return decode(reader, 'ALIVEMCP_SECRET_KEY_FILE', readFileSync(file, 'utf8').trim());
  } catch (error) {
    reader.fault('ALIVEMCP_SECRET_KEY_FILE', `cannot be read (${(error as NodeJS.ErrnoException).code})`);
    return null;
  }
}

export function readRequiredSecretKey(reader: Reader): Buffer {
  if (!reader.text('ALIVEMCP_SECRET_KEY') && !reader.text('ALIVEMCP_SECRET_KEY_FILE')) {
    reader.fault('ALIVEMCP_SECRET_KEY', `is required (or ALIVEMCP_SECRET_KEY_FILE), and ${FORM}`);
  }
  return readSecretKey(reader) ?? Buffer.alloc(BYTES);
}

function decode(reader: Reader, name: 'ALIVEMCP_SECRET_KEY' | 'ALIVEMCP_SECRET_KEY_FILE', text: string): Buffer | null {
  // Buffer skips what is not base64 without a word, so the form is checked first.
  const key = /^[\w+/-]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (key.length === BYTES) return key;
  reader.fault(name, FORM);
  return null;
}

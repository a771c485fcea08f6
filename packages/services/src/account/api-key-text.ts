import { randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';

const PREFIX = 'amcp_';
const RANDOM_CHARS = 30;
const CHECKSUM_CHARS = 6;
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const digit = (n: number) => BASE62[n] ?? '0';

/** A new API key: prefix, 178 random bits, and a checksum by which secret scanners know a real one. */
export function newApiKeyText(): string {
  const random = Array.from({ length: RANDOM_CHARS }, () => digit(randomInt(BASE62.length))).join('');
  return PREFIX + random + checksum(random);
}

/** CRC32 of the random part in base62, six digits. */
export function checksum(random: string): string {
  let rest = crc32(random);
  let text = '';
  for (let i = 0; i < CHECKSUM_CHARS; i++) {
    text = digit(rest % BASE62.length) + text;
    rest = Math.floor(rest / BASE62.length);
  }
  return text;
}

/** What a list shows of a key. A key of the operator's own making has no prefix that could be shown. */
export const hintOf = (key: string): string => `${key.startsWith(PREFIX) ? PREFIX : ''}…${key.slice(-4)}`;

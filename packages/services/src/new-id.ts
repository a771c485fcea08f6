import { randomBytes } from 'node:crypto';
import { ID_PREFIXES, type IdKind } from '@alivemcp/contracts';

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';
const BITS = 130n;

/** A new public id of this kind: prefix and 26 Crockford base32 characters of a UUIDv7 (RFC 9562), sortable by `nowMs`. */
export function newId(kind: IdKind, nowMs: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(nowMs, 0, 6);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let shift = BITS - 5n; shift >= 0n; shift -= 5n) text += CROCKFORD[Number((value >> shift) & 31n)];
  return `${ID_PREFIXES[kind]}_${text}`;
}

import crypto from 'node:crypto';
import { promisify } from 'node:util';
import { limitConcurrency } from './limit-concurrency.ts';

// OWASP's least for Argon2id; the scrypt figures are its like, for a Node without argon2 (before 24.7).
const ARGON2 = { memory: 19_456, passes: 2, parallelism: 1 };
const SCRYPT = { ln: 17, r: 8, p: 1 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;

// The one shared thing of this module: hashes take the memory of the process, whoever asks for them.
const atMostFour = limitConcurrency(4);
const scryptAsync = promisify<string, Buffer, number, crypto.ScryptOptions, Buffer>(crypto.scrypt);

type Stored = { algorithm: string; params: string; salt: Buffer; hash: Buffer };

/** Argon2id (or scrypt) of a password with a new salt, in the PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.randomBytes(SALT_BYTES);
  const form = hasArgon2() ? argon2Form() : scryptForm();
  return toPhc({ ...form, salt, hash: await atMostFour(() => derive({ ...form, salt }, password)) });
}

/** Whether the password is the stored one. Takes as long for an unknown account (`null`) as for a known one. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const expected = stored === null ? decoy() : fromPhc(stored);
  const actual = await atMostFour(() => derive(expected, password));
  return actual.length === expected.hash.length && crypto.timingSafeEqual(actual, expected.hash) && stored !== null;
}

const hasArgon2 = () => typeof crypto.argon2 === 'function';
const argon2Form = () => ({
  algorithm: 'argon2id$v=19',
  params: `m=${ARGON2.memory},t=${ARGON2.passes},p=${ARGON2.parallelism}`,
});
const scryptForm = () => ({ algorithm: 'scrypt', params: `ln=${SCRYPT.ln},r=${SCRYPT.r},p=${SCRYPT.p}` });
const decoy = (): Stored => ({
  ...(hasArgon2() ? argon2Form() : scryptForm()),
  salt: Buffer.alloc(SALT_BYTES),
  hash: Buffer.alloc(HASH_BYTES),
});

function derive({ algorithm, params, salt }: Omit<Stored, 'hash'>, password: string): Promise<Buffer> {
  const value = (name: string) => Number(new RegExp(`(?:^|,)${name}=(\\d+)`).exec(params)?.[1]);
  if (algorithm === 'scrypt') {
    const [N, r, p] = [2 ** value('ln'), value('r'), value('p')];
    return scryptAsync(password, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r });
  }
  if (!hasArgon2()) throw new Error('this account needs Argon2: Node 24.7 or later');
  return promisify(crypto.argon2)('argon2id', {
    message: Buffer.from(password, 'utf8'),
    nonce: salt,
    memory: value('m'),
    passes: value('t'),
    parallelism: value('p'),
    tagLength: HASH_BYTES,
  });
}

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
const toPhc = ({ algorithm, params, salt, hash }: Stored) =>
  `$${algorithm}$${params}$${unpadded(salt)}$${unpadded(hash)}`;

function fromPhc(text: string): Stored {
  const match = /^\$(argon2id\$v=19|scrypt)\$([^$]+)\$([^$]+)\$([^$]+)$/.exec(text);
  const [, algorithm, params, salt, hash] = match ?? [];
  if (!algorithm || !params || !salt || !hash) throw new Error('stored password hash of an unknown format');
  return { algorithm, params, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

import { expect, it } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';
import { hashPassword, verifyPassword } from './password.ts';

it('stores Argon2id with its parameters, differently each time', async () => {
  const [first, second] = await Promise.all([hashPassword('open sesame 42'), hashPassword('open sesame 42')]);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(first).not.toBe(second);
});

it('knows the password again, and no other', async () => {
  const stored = await hashPassword('open sesame 42');
  expect(await verifyPassword('open sesame 42', stored)).toBe(true);
  expect(await verifyPassword('open sesame 43', stored)).toBe(false);
});

it('never lets anybody into an account that is not there', async () => {
  expect(await verifyPassword('anything', null)).toBe(false);
});

it('verifies a scrypt hash of a Node without argon2', async () => {
  const { scryptSync } = await import('node:crypto');
  const salt = Buffer.from('NaClNaClNaClNaCl');
  const hash = scryptSync('open sesame 42', salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });
  const plain = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '');
  const stored = `$scrypt$ln=17,r=8,p=1$${plain(salt)}$${plain(hash)}`;
  expect(await verifyPassword('open sesame 42', stored)).toBe(true);
  expect(await verifyPassword('open sesame 43', stored)).toBe(false);
});

it('runs no more than the allowed number at once, and all of them in the end', async () => {
  const limit = limitConcurrency(2);
  let running = 0;
  let most = 0;
  const job = async (fails: boolean) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    if (fails) throw new Error('failed');
  };
  const results = await Promise.allSettled([0, 1, 2, 3, 4, 5].map((i) => limit(() => job(i === 1))));
  expect(most).toBe(2);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
  await limit(() => job(false));
});

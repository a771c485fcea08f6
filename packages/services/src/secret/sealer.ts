import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** Seals secrets for the database. `context` is bound to the ciphertext: a value moved to another row does not open. */
export type Sealer = {
  seal(plain: string, context: string): string;
  /** Throws when the key or the context is not the one it was sealed with. */
  open(sealed: string, context: string): string;
};

const VERSION = 'v1';
const NONCE_BYTES = 12;

/** AES-256-GCM. Sealed form: `v1.<key id>.<nonce>.<ciphertext>.<tag>`, base64url. The first key seals, all of them open. */
export function createSealer(keys: readonly [Buffer, ...Buffer[]]): Sealer {
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const [current] = keys;
  const currentId = keyId(current);

  return {
    seal(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current, nonce).setAAD(aad(currentId, context));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return [VERSION, currentId, nonce, body, cipher.getAuthTag()]
        .map((part) => (typeof part === 'string' ? part : part.toString('base64url')))
        .join('.');
    },
    open(sealed, context) {
      const [version, id, nonce, body, tag] = sealed.split('.');
      const key = id === undefined ? undefined : byId.get(id);
      if (version !== VERSION || !id || !key || !nonce || body === undefined || !tag) {
        throw new Error(`cannot open the secret of ${context}: sealed with an unknown key or format`);
      }
      const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'));
      decipher.setAAD(aad(id, context)).setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(body, 'base64url')), decipher.final()]).toString('utf8');
    },
  };
}

const aad = (id: string, context: string) => Buffer.from(`${VERSION}|${id}|${context}`);
const keyId = (key: Buffer) => createHash('sha256').update(key).digest('base64url').slice(0, 8);

import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token or key. They are random and long: a plain hash cannot be guessed back. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

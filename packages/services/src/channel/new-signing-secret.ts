import { randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;

/** Signing secret of a webhook: `whsec_` and base64 of random bytes (Standard Webhooks 1.0). */
export const newSigningSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

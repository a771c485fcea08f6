import { expect, test } from 'vitest';
import { generateWebhookSecret, webhookKey } from './webhook-secret.ts';

test('a secret is whsec_ and the base64 of 32 random bytes', () => {
  const secret = generateWebhookSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(webhookKey(secret)).toHaveLength(32);
  expect(generateWebhookSecret()).not.toBe(secret);
});

test.each(['', 'whsec_', 'whsec_###', 'c2VjcmV0', 'whsk_c2VjcmV0'])('%j is refused without being repeated', (bad) => {
  expect(() => webhookKey(bad)).toThrow(new TypeError('not a whsec_ secret'));
});

import fc from 'fast-check';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { signWebhook } from './sign-webhook.ts';
import { generateWebhookSecret } from './webhook-secret.ts';

const timestampSeconds = Math.floor(Date.now() / 1_000);
const message = { id: 'evt_01k9x2m4q8r6t3v5w7y9z1b3c5', timestampSeconds, body: '{"type":"channel.test"}' };

test('the vector of the Standard Webhooks specification', () => {
  const headers = signWebhook({
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestampSeconds: 1_614_265_330,
    body: '{"test": 2432232314}',
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  });
  expect(headers).toEqual({
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  });
});

test('an independent verifier accepts any body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const secret = generateWebhookSecret();
      const body = JSON.stringify({ text });
      const headers = signWebhook({ ...message, body, secrets: [secret] });
      expect(new Webhook(secret).verify(body, headers)).toEqual({ text });
    }),
  );
});

test('while a rotation overlaps, the new and the old secret both verify, a third does not', () => {
  const secrets = [generateWebhookSecret(), generateWebhookSecret()];
  const headers = signWebhook({ ...message, secrets });
  expect(headers['webhook-signature'].split(' ')).toHaveLength(2);
  for (const secret of secrets) expect(new Webhook(secret).verify(message.body, headers)).toBeTruthy();
  expect(() => new Webhook(generateWebhookSecret()).verify(message.body, headers)).toThrow(WebhookVerificationError);
});

test.each([
  ['an id with a dot', { id: 'evt.1' }],
  ['an empty id', { id: '' }],
  ['a fraction of a second', { timestampSeconds: 1.5 }],
  ['no secret', { secrets: [] }],
])('%s is refused', (_, fault) => {
  expect(() => signWebhook({ ...message, secrets: [generateWebhookSecret()], ...fault })).toThrow(TypeError);
});

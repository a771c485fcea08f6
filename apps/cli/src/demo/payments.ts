import type { Behaviour } from './behaviour.ts';
import type { Persona } from './persona.ts';
import { speakModern } from './speak-modern.ts';
import { tool } from './tool.ts';

const UP_MS = 110_000;
const DOWN_MS = 70_000;
/** It starts in the middle of a good time, so that the first fall comes within a minute and a half. */
const HEAD_START_MS = 45_000;

const amount = { type: 'integer', minimum: 1, description: 'In cents' };
const paymentId = { type: 'string' };

const persona: Persona = {
  name: 'payments',
  version: '0.9.3',
  instructions: 'Amounts are in cents. A refund cannot be undone.',
  tools: [
    tool('create_payment', 'Ask a customer for money', {
      customer: { type: 'string' },
      amount,
      currency: { type: 'string', enum: ['EUR', 'USD', 'GBP'] },
    }),
    tool('get_payment', 'Read one payment and its state', { paymentId }),
    tool('refund_payment', 'Give a payment back, in part or in full', { paymentId, amount }, ['amount']),
    tool('list_payouts', 'List payouts to the bank account', { since: { type: 'string', format: 'date' } }, ['since']),
    tool('get_balance', 'Read the balance of the account', {}),
  ],
};

/** Flaps: its process is gone for 70 s, then back for 110 s. */
export const payments: Behaviour = {
  slug: 'payments',
  name: 'Payments',
  group: 'Core',
  tags: ['core', 'sales'],
  protocol: { version: '2026-07-28', era: 'modern', transport: 'streamable-http' },
  past: [persona],
  handle: () => speakModern(persona),
  listens: (elapsedMs) => (elapsedMs + HEAD_START_MS) % (UP_MS + DOWN_MS) < UP_MS,
};

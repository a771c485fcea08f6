import type { Behaviour } from './behaviour.ts';
import type { Persona } from './persona.ts';
import { speakModern } from './speak-modern.ts';
import { tool } from './tool.ts';

const persona: Persona = {
  name: 'orders',
  version: '4.2.0',
  instructions: 'Find and change orders. Ask before you cancel one.',
  tools: [
    tool(
      'search_orders',
      'Find orders by customer, state or date',
      {
        customer: { type: 'string', description: 'Name or customer number' },
        state: { type: 'string', enum: ['open', 'shipped', 'delivered', 'cancelled'] },
        since: { type: 'string', format: 'date' },
        limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      },
      ['state', 'since', 'limit'],
    ),
    tool('get_order', 'Read one order with its items', { orderId: { type: 'string' } }),
    tool('track_parcel', 'Say where the parcel of an order is', { orderId: { type: 'string' } }),
    tool(
      'cancel_order',
      'Cancel an order that was not shipped yet',
      { orderId: { type: 'string' }, reason: { type: 'string', maxLength: 500 } },
      ['reason'],
    ),
  ],
};

/** Healthy, in the newest revision of the protocol. */
export const orders: Behaviour = {
  slug: 'orders',
  name: 'Orders',
  group: 'Core',
  tags: ['core', 'sales'],
  protocol: { version: '2026-07-28', era: 'modern', transport: 'streamable-http' },
  past: [persona],
  handle: () => speakModern(persona),
};

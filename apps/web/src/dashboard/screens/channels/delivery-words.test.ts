import type { Delivery } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { canReplay, DELIVERY_STATE_WORDS, deliveryMark, holdWords } from './delivery-words.ts';

const of = (facts: Partial<Delivery>) =>
  ({ state: 'pending', mergedInto: null, attempts: 0, heldFor: null, ...facts }) as Delivery;

it('does not call a delivery failed that another one tells too', () => {
  expect(deliveryMark(of({ state: 'failed' }))).toBe(DELIVERY_STATE_WORDS.failed);
  expect(deliveryMark(of({ state: 'failed', mergedInto: 'dlv_x', heldFor: 'storm' })).word).toBe('Merged');
});

it('calls held what waits for its time, until it is tried', () => {
  expect(deliveryMark(of({ heldFor: 'quiet_hours' })).word).toBe('Held');
  expect(deliveryMark(of({ heldFor: 'quiet_hours', attempts: 1 }))).toBe(DELIVERY_STATE_WORDS.pending);
  expect(deliveryMark(of({ heldFor: 'after', state: 'cancelled' }))).toBe(DELIVERY_STATE_WORDS.cancelled);
});

it('says of news of an incident that its beginning is held, not that it may be short', () => {
  expect(holdWords('after', 'server.down').sentence).toContain('ends sooner');
  expect(holdWords('after', 'incident.updated').sentence).toContain('beginning');
  expect(holdWords('quiet_hours', 'incident.updated').short).toBe('quiet hours');
});

it.each([
  [{ state: 'delivered' }, true],
  [{ state: 'failed' }, true],
  [{ state: 'failed', mergedInto: 'dlv_x' }, false],
  [{ state: 'pending' }, false],
  [{ state: 'cancelled' }, false],
] as const)('offers a replay where the API takes it: %o', (facts, offered) => {
  expect(canReplay(of(facts))).toBe(offered);
});

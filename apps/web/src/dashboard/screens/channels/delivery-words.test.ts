import type { Delivery } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { canReplay, DELIVERY_STATE_WORDS, deliveryMark, holdWords, waits } from './delivery-words.ts';

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
  expect(holdWords('after', 'server.down').sentence).toContain('over by then');
  expect(holdWords('after', 'incident.updated').sentence).toContain('beginning');
  expect(holdWords('quiet_hours', 'incident.updated').short).toBe('quiet hours');
});

it.each([
  ['2026-11-20T12:00:00.400Z', '10 min'],
  ['2026-11-20T12:00:01.000Z', '10 min'],
  ['2026-11-20T12:04:00.000Z', '6 min'],
])('says the length of the rule, not what was left of it a moment later: made %s', (createdAt, words) => {
  expect(waits(createdAt, '2026-11-20T12:10:00.000Z')).toBe(words);
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

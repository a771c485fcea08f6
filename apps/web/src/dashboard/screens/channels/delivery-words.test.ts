import { expect, it } from 'vitest';
import { DELIVERY_STATE_WORDS, deliveryMark } from './delivery-words.ts';

it('does not call a delivery failed that another one tells too', () => {
  expect(deliveryMark({ state: 'failed', mergedInto: null })).toBe(DELIVERY_STATE_WORDS.failed);
  expect(deliveryMark({ state: 'failed', mergedInto: 'dlv_x' }).word).toBe('Merged');
});

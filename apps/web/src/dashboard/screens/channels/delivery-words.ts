import type { DeliveryState } from '@alivemcp/contracts';
import type { MarkWords } from '../../ui/mark.tsx';

/** How the state of a delivery is said. */
export const DELIVERY_STATE_WORDS: Record<DeliveryState, MarkWords> = {
  pending: { shape: '◌', word: 'Pending', color: 'text-unknown' },
  delivered: { shape: '●', word: 'Delivered', color: 'text-up' },
  failed: { shape: '✕', word: 'Failed', color: 'text-down' },
};

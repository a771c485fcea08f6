import type { Delivery, DeliveryState } from '@alivemcp/contracts';
import type { MarkWords } from '../../ui/mark.tsx';

/** How the state of a delivery is said. */
export const DELIVERY_STATE_WORDS: Record<DeliveryState, MarkWords> = {
  pending: { shape: '◌', word: 'Pending', color: 'text-unknown' },
  delivered: { shape: '●', word: 'Delivered', color: 'text-up' },
  failed: { shape: '✕', word: 'Failed', color: 'text-down' },
  cancelled: { shape: '–', word: 'Not sent', color: 'text-unknown' },
};

const MERGED: MarkWords = { shape: '→', word: 'Merged', color: 'text-unknown' };

/** One that another delivery tells too has not failed, though it was never sent. */
export const deliveryMark = ({ state, mergedInto }: Pick<Delivery, 'state' | 'mergedInto'>): MarkWords =>
  mergedInto === null ? DELIVERY_STATE_WORDS[state] : MERGED;

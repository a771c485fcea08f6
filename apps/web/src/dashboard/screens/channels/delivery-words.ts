import type { CancelReason, Delivery, DeliveryState, EventType, HoldReason } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import type { MarkWords } from '../../ui/mark.tsx';

/** How the state of a delivery is said. */
export const DELIVERY_STATE_WORDS: Record<DeliveryState, MarkWords> = {
  pending: { shape: '◌', word: 'Pending', color: 'text-unknown' },
  delivered: { shape: '●', word: 'Delivered', color: 'text-up' },
  failed: { shape: '✕', word: 'Failed', color: 'text-down' },
  cancelled: { shape: '–', word: 'Not sent', color: 'text-unknown' },
};

const MERGED: MarkWords = { shape: '→', word: 'Merged', color: 'text-unknown' };
const HELD: MarkWords = { shape: '‖', word: 'Held', color: 'text-maintenance' };

type Why = { short: string; sentence: string };

const HOLD_WORDS: Record<HoldReason, Why> = {
  quiet_hours: { short: 'quiet hours', sentence: 'Quiet hours: it is sent when they end.' },
  after: { short: 'may be short', sentence: 'If it is over by then, nothing is sent.' },
  storm: {
    short: 'many at once',
    sentence: 'Many servers went at once: it becomes part of one message about all of them.',
  },
};

const BEGINNING_FIRST: Why = {
  short: 'its beginning comes first',
  sentence: 'It comes after the beginning of the incident, which a rule holds.',
};

/** Why a rule holds it, in a few words and as a sentence. */
export const holdWords = (heldFor: HoldReason, eventType: EventType): Why =>
  heldFor === 'after' && eventType === 'incident.updated' ? BEGINNING_FIRST : HOLD_WORDS[heldFor];

const GRAIN_MS = 5_000;
/** How long a rule holds it: a delivery is made a moment after what it tells of, which is no part of the rule. */
export const waits = (createdAt: string, heldUntil: string): string =>
  duration(Math.round((Date.parse(heldUntil) - Date.parse(createdAt)) / GRAIN_MS) * GRAIN_MS);

/** Why it was not sent and will not be. */
export const CANCEL_WORDS: Record<CancelReason, Why> = {
  muted: { short: 'muted', sentence: 'The server was muted.' },
  too_short: { short: 'too short', sentence: 'The outage ended sooner than the rules tell of one.' },
  over: { short: 'over', sentence: 'It was over before it could be told.' },
  acknowledged: { short: 'acknowledged', sentence: 'Somebody had acknowledged it already.' },
};

type Standing = Pick<Delivery, 'state' | 'mergedInto' | 'attempts' | 'heldFor'>;

/** Once it was tried, its rule holds it no more. */
export const isHeld = ({ state, attempts, heldFor }: Standing): boolean =>
  state === 'pending' && attempts === 0 && heldFor !== null;

/** One that another delivery tells too has not failed, though it was never sent. */
export function deliveryMark(delivery: Standing): MarkWords {
  if (delivery.mergedInto !== null) return MERGED;
  return isHeld(delivery) ? HELD : DELIVERY_STATE_WORDS[delivery.state];
}

/** The API refuses to send again what is on its way, what another one tells, and what there is nothing left to tell of. */
export const canReplay = ({ state, mergedInto }: Pick<Delivery, 'state' | 'mergedInto'>): boolean =>
  mergedInto === null && (state === 'delivered' || state === 'failed');

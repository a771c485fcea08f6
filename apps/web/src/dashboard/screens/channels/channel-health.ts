import type { Channel } from '@alivemcp/contracts';
import type { MarkWords } from '../../ui/mark.tsx';

export type ChannelHealth = 'sound' | 'failing' | 'off';

/** A channel that is off does not fail any more, whatever it did before. */
export function channelHealth({ enabled, failingSince }: Pick<Channel, 'enabled' | 'failingSince'>): ChannelHealth {
  if (!enabled) return 'off';
  return failingSince === null ? 'sound' : 'failing';
}

export const HEALTH_WORDS: Record<ChannelHealth, MarkWords> = {
  sound: { shape: '●', word: 'No failures', color: 'text-up' },
  failing: { shape: '▲', word: 'Failing', color: 'text-degraded' },
  off: { shape: '‖', word: 'Switched off', color: 'text-unknown' },
};

import type { ServerStatus } from '@alivemcp/contracts';

/** Names of badge-maker and shields.io alike. The text says the same: colour is never the only signal. */
export type BadgeColor = 'brightgreen' | 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'lightgrey';

/** The right side of a badge. */
export type Message = { text: string; color: BadgeColor };

export const UNKNOWN: Message = { text: 'unknown', color: 'lightgrey' };

export const STATUS_COLORS: Record<ServerStatus, BadgeColor> = {
  up: 'brightgreen',
  degraded: 'yellow',
  down: 'red',
  unknown: 'lightgrey',
  paused: 'lightgrey',
  maintenance: 'blue',
  pending: 'lightgrey',
};

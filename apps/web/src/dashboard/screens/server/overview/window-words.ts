import type { UptimeWindow } from '@alivemcp/contracts';

export const WINDOW_WORDS: Record<UptimeWindow, string> = {
  '24h': '24 hours',
  '7d': '7 days',
  '30d': '30 days',
  '90d': '90 days',
};

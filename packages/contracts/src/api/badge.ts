import { z } from 'zod';
import { UPTIME_WINDOWS } from '../words.ts';

export const BADGE_METRICS = ['status', 'uptime', 'latency', 'tools', 'schema', 'protocol'] as const;
export type BadgeMetric = (typeof BADGE_METRICS)[number];

export const BADGE_STYLES = ['flat', 'flat-square', 'for-the-badge'] as const;
export type BadgeStyle = (typeof BADGE_STYLES)[number];

/** Query of `/badge/:slug.svg` and `.json`. Other parameters are let through: READMEs carry cache busters. */
export const badgeQuery = z.object({
  metric: z.enum(BADGE_METRICS).default('status'),
  window: z.enum(UPTIME_WINDOWS).optional().meta({ description: 'Default: 30d for uptime, 24h for latency' }),
  style: z.enum(BADGE_STYLES).default('flat'),
  label: z.string().trim().max(64).optional().meta({ description: 'Left side; empty for none' }),
});
export type BadgeQuery = z.infer<typeof badgeQuery>;

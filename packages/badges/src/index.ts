export { BADGE_METRICS, BADGE_STYLES, type BadgeQuery, badgeQuery } from '@alivemcp/contracts';
export { type RenderedBadge, renderBadge, type ShieldsEndpoint } from './render-badge.ts';

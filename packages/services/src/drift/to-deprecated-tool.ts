import type { DeprecatedTool } from '@alivemcp/contracts';
import type { DeprecationRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';

export const toDeprecatedTool = ({
  tool,
  markedAt,
  since,
  promisedUntil,
  removedAt,
}: DeprecationRow): DeprecatedTool => ({
  tool,
  markedAt: markedAt.toISOString(),
  since,
  promisedUntil: promisedUntil.toISOString(),
  removedAt: isoOrNull(removedAt),
  verdict: removedAt === null ? null : removedAt < promisedUntil ? 'too_soon' : 'kept',
});

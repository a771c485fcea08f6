import { cleanLine, type PublicDrift } from '@alivemcp/contracts';
import type { DriftRow } from '@alivemcp/db';

const MAX_SUMMARY = 500;

export const toPublicDrift = (row: Pick<DriftRow, 'id' | 'at' | 'class' | 'summary'>): PublicDrift => ({
  id: row.id,
  at: row.at.toISOString(),
  class: row.class,
  summary: cleanLine(row.summary, MAX_SUMMARY),
});

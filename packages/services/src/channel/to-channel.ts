import type { Channel } from '@alivemcp/contracts';
import type { ChannelRow } from '@alivemcp/db';
import { isoOrNull } from '../iso-time.ts';

export const toChannel = (row: ChannelRow): Channel => ({
  id: row.id,
  type: row.type,
  name: row.name,
  url: row.url,
  target: row.target ?? row.url ?? '',
  template: row.template,
  events: row.events,
  enabled: row.enabled,
  disabledReason: row.disabledReason,
  failingSince: isoOrNull(row.failingSince),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

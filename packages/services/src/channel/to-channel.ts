import type { Channel } from '@alivemcp/contracts';
import type { ChannelRow } from '@alivemcp/db';

export const toChannel = (row: ChannelRow): Channel => ({
  id: row.id,
  type: row.type,
  name: row.name,
  url: row.url,
  events: row.events,
  enabled: row.enabled,
  disabledReason: row.disabledReason,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

import type { StatusPage } from '@alivemcp/contracts';
import type { StatusPageRow, StatusPageServerRow } from '@alivemcp/db';

type Place = Pick<StatusPageServerRow, 'serverId' | 'name' | 'group'>;

export const toStatusPage = (row: StatusPageRow, places: Place[], publicUrl: string): StatusPage => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  description: row.description,
  published: row.published,
  servers: places.map(({ serverId, name, group }) => ({ serverId, name, group })),
  url: `${publicUrl}/status/${row.slug}`,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { isoTime } from '../iso-time.ts';
import { slug } from './server.ts';

export const MAX_PAGE_SERVERS = 100;

const name = z.string().trim().min(1).max(200);
const pageServer = z.strictObject({
  serverId: idSchema('server'),
  name: name.nullable().default(null).meta({ description: 'Shown instead of the server’s own name' }),
  group: name.nullable().default(null).meta({ description: 'Heading it stands under' }),
});

const fields = {
  slug,
  title: name,
  description: z.string().trim().max(2_000),
  published: z.boolean().meta({ description: 'An unpublished page is kept, and nobody can read it' }),
  servers: z
    .array(pageServer)
    .max(MAX_PAGE_SERVERS)
    .refine((list) => new Set(list.map((item) => item.serverId)).size === list.length, 'names a server twice')
    .meta({ description: 'In the order they are shown. A private server may stand on a page: its URL is not shown.' }),
};

/** Body of `POST /api/v1/status-pages`. The slug is made from the title when left out. */
export const createStatusPageBody = z
  .strictObject({
    ...fields,
    slug: fields.slug.optional(),
    description: fields.description.default(''),
    published: fields.published.default(true),
    servers: fields.servers.default([]),
  })
  .meta({ id: 'CreateStatusPage' });
export type CreateStatusPageBody = z.infer<typeof createStatusPageBody>;

export const updateStatusPageBody = z.strictObject(fields).partial().meta({ id: 'UpdateStatusPage' });
export type UpdateStatusPageBody = z.infer<typeof updateStatusPageBody>;

export const statusPage = z
  .object({
    id: idSchema('statusPage'),
    slug: z.string(),
    title: z.string(),
    description: z.string(),
    published: z.boolean(),
    servers: z.array(
      z.object({ serverId: idSchema('server'), name: z.string().nullable(), group: z.string().nullable() }),
    ),
    url: z.string().meta({ description: 'Where everybody can read it' }),
    createdAt: isoTime,
    updatedAt: isoTime,
  })
  .meta({ id: 'StatusPage' });
export type StatusPage = z.infer<typeof statusPage>;

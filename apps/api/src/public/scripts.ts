import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api, AppDeps } from '../app-deps.ts';
import { etagOf, isFresh } from '../http/etag.ts';

/** Their names never change, so that a browser has to ask again after an hour. */
const SCRIPTS = [
  {
    name: 'embed.js',
    headers: {
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  },
  {
    name: 'page.js',
    headers: { 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'same-origin' },
  },
];

/** `/embed.js`, for the pages of others, and `/page.js`, for our own. */
export async function scriptRoutes(app: Api, { web }: Pick<AppDeps, 'web'>): Promise<void> {
  for (const { name, headers } of SCRIPTS) {
    const body = await readFile(join(web.clientDir, name));
    const etag = etagOf(body);
    app.get(`/${name}`, { schema: { hide: true } }, async (request, reply) => {
      reply.headers({ ...headers, etag, 'x-content-type-options': 'nosniff' });
      if (isFresh(request, etag)) return reply.code(304).send();
      return reply.type('text/javascript; charset=utf-8').send(body);
    });
  }
}

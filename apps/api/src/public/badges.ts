import { badgeQuery, renderBadge } from '@alivemcp/badges';
import cors from '@fastify/cors';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import type { Answers } from './answers.ts';
import type { PublicServers } from './public-servers.ts';

const HEADERS = {
  'cache-control': 'public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'cross-origin-resource-policy': 'cross-origin',
};

const FORMATS = {
  svg: { type: 'image/svg+xml; charset=utf-8', produces: 'image/svg+xml', summary: 'Badge of a public server' },
  json: {
    type: 'application/json; charset=utf-8',
    produces: 'application/json',
    summary: 'The same badge for shields.io (endpoint schema)',
  },
} as const;

/**
 * `/badge/:slug.svg` and `.json`. An unknown or private slug gets the grey "unknown" badge with 200, the same bytes for both:
 * image proxies turn a 404 into a broken picture, and existence does not leak.
 */
export async function badgeRoutes(
  app: Api,
  servers: PublicServers,
  answers: Answers,
  now: () => number,
): Promise<void> {
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders: ['etag'] });

  for (const format of ['svg', 'json'] as const) {
    const { type, produces, summary } = FORMATS[format];
    app.get(
      `/:slug.${format}`,
      {
        schema: {
          tags: ['Public'],
          operationId: `badge${format === 'svg' ? 'Svg' : 'Json'}`,
          summary,
          produces: [produces],
          params: z.object({ slug: z.string() }),
          querystring: badgeQuery,
          response: { 200: z.unknown() },
        },
      },
      async (request, reply) => {
        const { slug } = request.params;
        const { metric, window, style, label } = request.query;
        const key = JSON.stringify(['badge', format, slug, metric, window, style, label]);
        const answer = await answers.get(key, async () => {
          const badge = renderBadge(await servers.read(slug), request.query, now());
          return format === 'svg' ? badge.svg : JSON.stringify(badge.json);
        });
        return answers.send(request, reply.headers(HEADERS).type(type), answer);
      },
    );
  }
}

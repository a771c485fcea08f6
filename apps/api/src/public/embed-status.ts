import { AppError, embedStatus } from '@alivemcp/contracts';
import type { ServiceContext } from '@alivemcp/services';
import cors from '@fastify/cors';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import type { Answers } from './answers.ts';
import type { PublicServers } from './public-servers.ts';
import { toEmbedStatus } from './to-embed-status.ts';

const HEADERS = {
  'cache-control': 'public, max-age=60, stale-while-revalidate=300',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
};

/** `/api/embed-status/:slug`: small, for every origin, without a key. */
export async function embedStatusRoutes(
  app: Api,
  servers: PublicServers,
  answers: Answers,
  services: ServiceContext,
): Promise<void> {
  const { now } = services.clock;
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders: ['etag'] });

  app.get(
    '/:slug',
    {
      schema: {
        tags: ['Public'],
        operationId: 'embedStatus',
        summary: 'State of a public server, for embedding',
        params: z.object({ slug: z.string() }),
        response: { 200: embedStatus },
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const answer = await answers.get(`embed-status ${slug}`, async () => {
        const server = await servers.read(slug);
        return server && JSON.stringify(embedStatus.parse(toEmbedStatus(server, services.publicUrl, now())));
      });
      if (answer === null) throw new AppError('not_found', 'There is no public server with this slug.');
      answers.send(request, reply.headers(HEADERS).type('application/json; charset=utf-8'), answer);
      return reply;
    },
  );
}

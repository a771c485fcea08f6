import { AppError } from '@alivemcp/contracts';
import type { ServiceContext } from '@alivemcp/services';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import { type Answer, createAnswers, sendAnswer, toAnswer } from '../public/answers.ts';
import type { PublicServers } from '../public/public-servers.ts';
import { serverView } from './server-view.ts';

const CACHE = 'public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400';

/** `/s/:slug`, rendered here and readable without JavaScript. */
export function serverPage(app: Api, servers: PublicServers, services: ServiceContext): void {
  const answers = createAnswers<Answer | null>(services.clock.now);
  app.get(
    '/s/:slug',
    {
      schema: {
        tags: ['Public'],
        operationId: 'serverPage',
        summary: 'Page of a public server',
        produces: ['text/html'],
        params: z.object({ slug: z.string() }),
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const answer = await answers.get(slug, async () => {
        const server = await servers.read(slug);
        return server && toAnswer(serverView(server, services.publicUrl));
      });
      if (answer === null) {
        throw new AppError('not_found', 'No server is shown at this address. It may be private, or gone.');
      }
      return sendAnswer(request, reply.header('cache-control', CACHE).type('text/html; charset=utf-8'), answer);
    },
  );
}

import { AppError, slug } from '@alivemcp/contracts';
import { readServerPage } from '@alivemcp/services';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import type { Answers } from '../public/answers.ts';
import { PAGE_CACHE } from '../public/page-cache.ts';

/** `/s/:slug`, rendered here and readable without JavaScript. */
export function serverPage(app: Api, { services, web }: Pick<AppDeps, 'services' | 'web'>, answers: Answers): void {
  app.get(
    '/s/:slug',
    {
      schema: {
        tags: ['Public'],
        operationId: 'serverPage',
        summary: 'Page of a public server',
        produces: ['text/html'],
        params: z.object({ slug }),
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const answer = await answers.get(`/s/${slug}`, async () => {
        const view = await readServerPage(services, slug);
        return view && web.pages.serverPage({ view, publicUrl: services.publicUrl });
      });
      if (answer === null) {
        throw new AppError('not_found', 'No server is shown at this address. It may be private, or gone.');
      }
      reply.header('cache-control', PAGE_CACHE).type('text/html; charset=utf-8');
      return answers.send(request, reply, answer);
    },
  );
}

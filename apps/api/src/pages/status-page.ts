import { AppError, slug } from '@alivemcp/contracts';
import { readStatusPage } from '@alivemcp/services';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';
import type { Answers } from '../public/answers.ts';
import { PAGE_CACHE } from '../public/page-cache.ts';

/** `/status/:page`, rendered here and readable without JavaScript. */
export function statusPage(app: Api, { services, web }: Pick<AppDeps, 'services' | 'web'>, answers: Answers): void {
  app.get(
    '/status/:page',
    {
      schema: {
        tags: ['Public'],
        operationId: 'statusPage',
        summary: 'Status page of several servers',
        produces: ['text/html'],
        params: z.object({ page: slug }),
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) => {
      const { page } = request.params;
      const answer = await answers.get(`/status/${page}`, async () => {
        const view = await readStatusPage(services, page);
        return view && web.pages.statusPage({ view, publicUrl: services.publicUrl });
      });
      if (answer === null) throw new AppError('not_found', 'No status page is published at this address.');
      reply.header('cache-control', PAGE_CACHE).type('text/html; charset=utf-8');
      return answers.send(request, reply, answer);
    },
  );
}

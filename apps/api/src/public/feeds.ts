import { AppError, slug } from '@alivemcp/contracts';
import { readServerPage, readStatusPage, readStatusPageDrifts, type ServiceContext } from '@alivemcp/services';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import type { Answers } from './answers.ts';
import { renderAtom } from './atom.ts';
import { PAGE_CACHE } from './page-cache.ts';
import { toServerFeed, toStatusFeed } from './to-feed.ts';

const HEADERS = {
  'cache-control': PAGE_CACHE,
  'content-type': 'application/atom+xml; charset=utf-8',
  'x-content-type-options': 'nosniff',
};
const SCHEMA = { tags: ['Public'], produces: ['application/atom+xml'], response: { 200: z.unknown() } };

/** Incidents and drifts as Atom, of one server and of a status page. */
export async function feedRoutes(app: Api, services: ServiceContext, answers: Answers): Promise<void> {
  const { publicUrl } = services;

  app.get(
    '/s/:slug/feed.atom',
    {
      schema: { ...SCHEMA, operationId: 'serverFeed', summary: 'News of a public server', params: z.object({ slug }) },
    },
    async (request, reply) => {
      const { slug } = request.params;
      const answer = await answers.get(`/s/${slug}/feed.atom`, async () => {
        const view = await readServerPage(services, slug);
        return view && renderAtom(toServerFeed(view, publicUrl));
      });
      if (answer === null) throw new AppError('not_found', 'There is no public server with this slug.');
      return answers.send(request, reply.headers(HEADERS), answer);
    },
  );

  app.get(
    '/status/:page/feed.atom',
    {
      schema: {
        ...SCHEMA,
        operationId: 'statusPageFeed',
        summary: 'News of a status page',
        params: z.object({ page: slug }),
      },
    },
    async (request, reply) => {
      const { page } = request.params;
      const answer = await answers.get(`/status/${page}/feed.atom`, async () => {
        const [view, drifts] = await Promise.all([
          readStatusPage(services, page),
          readStatusPageDrifts(services, page),
        ]);
        return view && renderAtom(toStatusFeed(view, drifts ?? [], publicUrl));
      });
      if (answer === null) throw new AppError('not_found', 'There is no published status page with this slug.');
      return answers.send(request, reply.headers(HEADERS), answer);
    },
  );
}

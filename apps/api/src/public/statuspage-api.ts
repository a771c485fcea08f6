import { AppError, slug } from '@alivemcp/contracts';
import { readStatusPage, type ServiceContext } from '@alivemcp/services';
import cors from '@fastify/cors';
import { z } from 'zod';
import type { Api } from '../app-deps.ts';
import type { Answers } from './answers.ts';
import { PAGE_CACHE } from './page-cache.ts';
import { toStatuspage } from './to-statuspage.ts';

const HEADERS = {
  'cache-control': PAGE_CACHE,
  'content-type': 'application/json; charset=utf-8',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
};

const DOCUMENTS = [
  ['summary', 'statuspageSummary', 'Status, components and open incidents of a status page'],
  ['status', 'statuspageStatus', 'A status page in one word'],
  ['components', 'statuspageComponents', 'Servers of a status page'],
  ['incidents', 'statuspageIncidents', 'Incidents of a status page'],
  ['scheduled-maintenances', 'statuspageMaintenances', 'Announced work on the servers of a status page'],
] as const;

/** Under `/status/:page/api/v2`: the documents of Statuspage's public API, for every origin. */
export async function statuspageApi(app: Api, services: ServiceContext, answers: Answers): Promise<void> {
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders: ['etag'] });

  for (const [name, operationId, summary] of DOCUMENTS) {
    app.get(
      `/${name}.json`,
      {
        schema: {
          tags: ['Public'],
          operationId,
          summary,
          description: 'In the shape of Statuspage’s public API.',
          params: z.object({ page: slug }),
          response: { 200: z.unknown() },
        },
      },
      async (request, reply) => {
        const { page } = request.params;
        const answer = await answers.get(`/status/${page}/api/v2/${name}.json`, async () => {
          const view = await readStatusPage(services, page);
          return view && JSON.stringify(toStatuspage(view, services.publicUrl)[name]);
        });
        if (answer === null) throw new AppError('not_found', 'There is no published status page with this slug.');
        return answers.send(request, reply.headers(HEADERS), answer);
      },
    );
  }
}

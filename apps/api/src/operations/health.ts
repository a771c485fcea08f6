import { AppError } from '@alivemcp/contracts';
import { z } from 'zod';
import type { Api, AppDeps } from '../app-deps.ts';

const READY_WITHIN_MS = 2_000;
const tags = ['Operations'];
const health = z.object({ status: z.literal('ok') });

/** `/healthz`: the process is alive. `/readyz`: requests can be served. */
export function healthRoutes(app: Api, { ready }: Pick<AppDeps, 'ready'>): void {
  app.get(
    '/healthz',
    { schema: { tags, operationId: 'healthz', summary: 'The process is alive', response: { 200: health } } },
    async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }),
  );

  app.get(
    '/readyz',
    {
      schema: {
        tags,
        operationId: 'readyz',
        summary: 'Requests can be served: the database answers',
        response: { 200: health },
      },
    },
    async (request, reply) => {
      try {
        await within(READY_WITHIN_MS, ready());
      } catch (error) {
        request.log.warn({ requestId: request.id, err: error }, 'not ready');
        throw new AppError('unavailable', 'The database does not answer.');
      }
      return reply.header('cache-control', 'no-store').send({ status: 'ok' });
    },
  );
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer in ${ms} ms`)), ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

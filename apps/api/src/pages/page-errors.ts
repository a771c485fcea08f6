import { ERRORS, type Pages } from '@alivemcp/contracts';
import type { FastifyInstance } from 'fastify';
import { readError } from '../http/error-handler.ts';

/** People get a page where programs get a problem document. */
export function addPageErrors(app: FastifyInstance, { messagePage }: Pages): void {
  app.setErrorHandler((error, request, reply) => {
    const { code, message } = readError(error, request);
    const { status, title } = ERRORS[code];
    const text = code === 'internal' ? `${message} Request id: ${request.id}` : message;
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(messagePage({ title, text }));
  });
}

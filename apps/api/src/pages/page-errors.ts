import { ERRORS } from '@alivemcp/contracts';
import type { FastifyInstance } from 'fastify';
import { readError } from '../http/error-handler.ts';
import { messageView } from './message-view.ts';

/** People get a page where programs get a problem document. */
export function addPageErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const { code, message } = readError(error, request);
    const { status, title } = ERRORS[code];
    const text = code === 'internal' ? `${message} Request id: ${request.id}` : message;
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(messageView({ title, text }));
  });
}

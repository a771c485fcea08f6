import { AppError } from '@alivemcp/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PROBLEM_TYPE, toAppError, toProblem } from './problem.ts';

/** Every error of every route leaves as a problem document; what we did not expect is logged, and not told. */
export function addErrorHandler(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendProblem(readError(error, request), request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(new AppError('not_found', 'There is nothing at this address.'), request, reply),
  );
}

/** The public form of an error; an unexpected one is logged with the request's id. */
export function readError(error: unknown, request: FastifyRequest): AppError {
  const known = toAppError(error);
  if (known.code === 'internal') request.log.error({ requestId: request.id, err: error }, 'unexpected error');
  return known;
}

export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(error, request.id);
  if (problem.status === 401 && !reply.hasHeader('www-authenticate')) reply.header('www-authenticate', 'Bearer');
  return reply
    .code(problem.status)
    .header('cache-control', 'no-store')
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problem));
}

import { type FastifyBaseLogger, fastify, LogController } from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Api } from '../app-deps.ts';
import { answerClientError } from './client-error.ts';
import { closeInTime } from './close-in-time.ts';
import { addErrorHandler, sendProblem } from './error-handler.ts';
import { acceptJsonOnly } from './json-body.ts';
import { toAppError } from './problem.ts';
import { createRequestIds } from './request-ids.ts';
import { requestValidator } from './request-validator.ts';

const BODY_LIMIT_BYTES = 256 * 1024;
/** Time to send a whole request: against those who drip. */
const REQUEST_WITHIN_MS = 30_000;

/** Fastify as this app uses it: zod in and out, problems for errors, no trust in proxies, its own request log switched off. */
export function createFastify(log: FastifyBaseLogger): Api {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    // A child logger a request costs more than a warm badge: who logs names the request.
    childLoggerFactory: (logger) => logger,
    genReqId: createRequestIds(),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_WITHIN_MS,
    trustProxy: false,
    // While closing, a kept-alive connection still gets its answer, and is told to close.
    return503OnClosing: false,
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => {
      reply.header('x-request-id', request.id);
      sendProblem(toAppError(error), request, reply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(requestValidator);
  app.setSerializerCompiler(serializerCompiler);
  acceptJsonOnly(app);
  addErrorHandler(app);
  closeInTime(app);
  return app;
}

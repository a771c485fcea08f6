import type { Metrics } from '@alivemcp/telemetry';
import type { FastifyInstance } from 'fastify';

/** Every answer carries its id, is counted, and is one log line: the path without its query, never a header or a body. */
export function observeRequests(app: FastifyInstance, metrics: Metrics): void {
  const logsGood = app.log.level === 'debug' || app.log.level === 'trace';

  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });

  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const status = reply.statusCode;
    const labels = { method, route: request.routeOptions.url ?? 'none', status: String(status) };
    metrics.httpRequests.inc(labels);
    metrics.httpDuration.observe(labels, reply.elapsedTime / 1000);
    if (status >= 400 || logsGood) {
      const line = {
        requestId: request.id,
        method,
        path: request.url.split('?', 1)[0],
        status,
        ms: Math.round(reply.elapsedTime),
      };
      request.log[status < 400 ? 'debug' : 'info'](line, 'request');
    }
    done();
  });
}

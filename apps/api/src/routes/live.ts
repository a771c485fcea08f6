import { AppError, type LiveEvent, liveEvent } from '@alivemcp/contracts';
import { authenticateKey, readSession, type ServiceContext, watchLive } from '@alivemcp/services';
import type { FastifyRequest } from 'fastify';
import type { Api, AppDeps } from '../app-deps.ts';
import { scopeOf } from '../http/auth.ts';
import { bearerKey } from '../http/bearer-key.ts';
import { type EventStream, openEventStream } from '../http/event-stream.ts';

const MAX_STREAMS = 20;
const HEARTBEAT_MS = 15_000;
const RETRY_MS = 3_000;

export function liveRoutes(app: Api, { services, metrics }: AppDeps): void {
  const live = watchLive(services);
  /** Open streams and whose they are. */
  const streams = new Map<EventStream, string>();
  let closing = false;

  app.addHook('preClose', async () => {
    closing = true;
    for (const stream of streams.keys()) stream.end();
    await live.close();
  });

  app.get(
    '/live',
    {
      config: { access: 'servers:read' },
      // A HEAD would open a stream, too.
      exposeHeadRoute: false,
      // The usual end: the reader leaves. What is not finished has no `onResponse`, so it is counted here.
      onRequestAbort: async ({ method, routeOptions }) =>
        metrics.httpRequests.inc({ method, route: routeOptions.url ?? 'none', status: '200' }),
      schema: {
        tags: ['Live'],
        operationId: 'live',
        summary: 'What changes, while it changes',
        description: `Server-sent events: \`event\` is the type, \`data\` the JSON of a LiveEvent. What happened while nobody listened is not told again. At most ${MAX_STREAMS} streams a workspace.`,
        produces: ['text/event-stream'],
        response: { 200: liveEvent },
      },
    },
    async (request, reply) => {
      const { workspaceId } = scopeOf(request);
      await live.listen();
      if (closing) throw new AppError('unavailable', 'This process is stopping. Try again.');
      if ([...streams.values()].filter((id) => id === workspaceId).length >= MAX_STREAMS) {
        reply.header('retry-after', HEARTBEAT_MS / 1000);
        throw new AppError('rate_limited', `At most ${MAX_STREAMS} streams a workspace.`);
      }

      // A browser whose stream ends comes back and reads everything anew.
      const unsubscribe = live.subscribe(
        workspaceId,
        (event) => stream.send(toMessage(event)),
        () => stream.end(),
      );
      const timer = setInterval(async () => {
        if (await mayStill(services, request)) stream.send(':\n\n');
        else stream.end();
      }, HEARTBEAT_MS);
      const stream = openEventStream(reply, () => {
        clearInterval(timer);
        unsubscribe();
        streams.delete(stream);
      });
      streams.set(stream, workspaceId);
      stream.send(`: what changes\nretry: ${RETRY_MS}\n\n`);
      return reply;
    },
  );
}

const toMessage = (event: LiveEvent): string => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

/** Whether the key or the session still holds. While the database is away nobody is told anything, so nobody is sent away. */
async function mayStill(services: ServiceContext, request: FastifyRequest): Promise<boolean> {
  const session = request.auth?.session;
  const known = session ? readSession(services, session.token) : authenticateKey(services, bearerKey(request) ?? '');
  return known.then(
    (who) => who !== null,
    () => true,
  );
}

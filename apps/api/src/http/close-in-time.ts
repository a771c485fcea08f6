import type { FastifyInstance } from 'fastify';

const CLOSE_WITHIN_MS = 10_000;

/** `close()` lets requests under way finish; what takes longer than this is cut off, so that a stop always ends. */
export function closeInTime(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined;
  app.addHook('preClose', async () => {
    timer = setTimeout(() => app.server.closeAllConnections(), CLOSE_WITHIN_MS).unref();
  });
  app.addHook('onClose', async () => clearTimeout(timer));
}

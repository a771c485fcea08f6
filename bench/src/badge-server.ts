import { createApp } from '@alivemcp/api';
import { createLogger, createMetrics } from '@alivemcp/telemetry';
import { loadWeb } from '@alivemcp/web';
import fastify from 'fastify';
import { listenForParent } from './listen-for-parent.ts';
import { startProduct } from './product.ts';

/** The product's API, or (with a size) a bare Fastify answering that many bytes. */
const size = Number(process.argv[2] ?? 0);
if (size > 0) await bare(size);
else await product();

async function bare(bytes: number): Promise<void> {
  const body = Buffer.alloc(bytes, 'x');
  const app = fastify();
  app.get('/bare', (_request, reply) => reply.type('image/svg+xml').send(body));
  await app.listen({ port: 0, host: '127.0.0.1' });
  listenForParent(app.server);
}

async function product(): Promise<void> {
  const { services, stop } = await startProduct(1);
  const app = await createApp({
    services,
    log: createLogger({ name: 'bench', level: 'error' }),
    metrics: createMetrics(),
    secureCookies: false,
    version: 'bench',
    web: await loadWeb(),
    ready: services.database.ping,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  listenForParent(app.server, stop);
}

import type { AddressInfo } from 'node:net';
import { createApp } from '@alivemcp/api';
import { createLogger, createMetrics } from '@alivemcp/telemetry';
import fastify from 'fastify';
import { startProduct } from './product.ts';

/** One of two servers in a process of its own: the product's API, or (with a size) a bare Fastify answering that many bytes. */
const size = Number(process.argv[2] ?? 0);
const app = size > 0 ? bare(size) : await product();
await app.listen({ port: 0, host: '127.0.0.1' });
process.send?.((app.server.address() as AddressInfo).port);

function bare(bytes: number) {
  const body = Buffer.alloc(bytes, 'x');
  return fastify().get('/bare', (_request, reply) => reply.type('image/svg+xml').send(body));
}

async function product() {
  const { services, stop } = await startProduct(1);
  process.once('SIGTERM', () => void stop().then(() => process.exit(0)));
  return createApp({
    services,
    log: createLogger({ name: 'bench', level: 'error' }),
    metrics: createMetrics(),
    secureCookies: false,
    version: 'bench',
    ready: services.database.ping,
  });
}

import { createApp } from '@alivemcp/api';
import { createStatusPageBody } from '@alivemcp/contracts';
import { createStatusPage } from '@alivemcp/services';
import { createLogger, createMetrics } from '@alivemcp/telemetry';
import { loadWeb } from '@alivemcp/web';
import fastify from 'fastify';
import { writeHistory } from './history.ts';
import { listenForParent } from './listen-for-parent.ts';
import { startProduct } from './product.ts';

const SERVERS = 20;

/** The product's API with a status page, or (with a size) a bare Fastify answering that many bytes. */
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
  const { services, databaseUrl, targets, stop } = await startProduct(SERVERS);
  try {
    await writeHistory(databaseUrl);
    const page = createStatusPageBody.parse({
      title: 'Bench',
      slug: 'bench',
      servers: targets.map(({ serverId }) => ({ serverId })),
    });
    await createStatusPage(services, { workspaceId: targets[0]?.workspaceId ?? '', actor: 'system' }, page);
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
  } catch (error) {
    await stop();
    throw error;
  }
}

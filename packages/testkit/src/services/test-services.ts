import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestServiceAnswers } from './ask.ts';
import { startTemplateDatabase } from './postgres-server.ts';
import { spawnRedis } from './redis-server.ts';

/** Serves one question a service on loopback; starts each on the first one. Lives in the run's main process. */
export async function startTestServices(): Promise<{ url: string; stop(): Promise<void> }> {
  const postgres = once(startTemplateDatabase);
  const redis = once(() => spawnRedis());
  let redisDatabases = 0;
  const answers: { [K in keyof TestServiceAnswers]: () => Promise<TestServiceAnswers[K]> } = {
    postgres: async () => {
      const { adminUrl, template } = await postgres.get();
      return { adminUrl, template };
    },
    redis: async () => ({ port: (await redis.get()).port, database: redisDatabases++ }),
  };

  const server = createServer(async (request, response) => {
    const answer = answers[(request.url ?? '').slice(1) as keyof TestServiceAnswers];
    try {
      if (!answer) throw new Error(`no test service at ${request.url}`);
      response.end(JSON.stringify(await answer()));
    } catch (error) {
      response.writeHead(500).end(String((error as Error).stack));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
}

function once<T extends { stop(): Promise<void> }>(start: () => Promise<T>) {
  let started: Promise<T> | undefined;
  return {
    get: () => {
      started ??= start();
      return started;
    },
    stop: async () => {
      const service = await started?.catch(() => undefined);
      await service?.stop();
    },
  };
}

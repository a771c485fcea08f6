import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createGuard, parseEgressAllow } from '@alivemcp/net-guard';
import { openQueues } from '@alivemcp/queue';
import { createChannel, createServiceContext, type ServiceContext, testChannel } from '@alivemcp/services';
import { createLogger, createMetrics } from '@alivemcp/telemetry';
import { startRedis } from '@alivemcp/testkit';
import { startEngine } from '../engine.ts';
import { engineWorld } from './engine-world.ts';

/** What an engine in another process needs to know. */
export type EngineSettings = { databaseUrl: string; redisUrl: string; secretKey: string };

export type Counts = { sent: number; received: number; distinct: number };

/** An engine on real queues; `close` lets it finish, `abandon` leaves it as a crash would. */
export async function startTestEngine(services: ServiceContext, redisUrl: string) {
  const queues = openQueues({ kind: 'redis', url: redisUrl }, () => {});
  const { allow } = parseEgressAllow('127.0.0.1/32');
  const log = createLogger({ name: 'test', level: 'silent' });
  const engine = await startEngine({
    services,
    queues,
    guard: createGuard({ allow }),
    log,
    metrics: createMetrics(),
  });
  return {
    queues,
    close: async () => {
      await engine.close();
      await queues.close();
    },
  };
}

/** A workspace with real PostgreSQL and real Redis, receivers that behave as told, and a count of all that goes by. */
export async function faultWorld() {
  const world = await engineWorld();
  const redis = await startRedis();
  const undo: (() => unknown)[] = [];
  const ids: string[] = [];
  const servers: Server[] = [];
  const { services, scope } = world;

  return {
    ...world,
    redisUrl: redis.url,
    settings: { databaseUrl: world.databaseUrl, redisUrl: redis.url, secretKey: world.secretKey.toString('base64') },
    /** The same services with a clock of their own, as another process has them. */
    servicesAt: (now: () => number): ServiceContext => {
      const own = createServiceContext({
        databaseUrl: world.databaseUrl,
        secretKey: world.secretKey,
        publicUrl: 'http://watch.test',
        regions: ['local'],
        regionNames: {},
        checkAddress: world.guard.checkAddress,
        onDatabaseError: () => {},
      });
      undo.push(() => own.database.close());
      return { ...own, clock: { now } };
    },
    /** A receiver whose every request is counted. */
    async receiver(answer: RequestListener): Promise<string> {
      const server = createServer(async (request, response) => {
        for await (const _ of request);
        ids.push(String(request.headers['webhook-id']));
        answer(request, response);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      servers.push(server);
      undo.push(() => {
        server.closeAllConnections();
        server.close();
      });
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    },
    /** A webhook with `count` events on their way to it, each with an id of its own. */
    async channel(url: string, count: number): Promise<string> {
      const { id } = await createChannel(services, scope, { type: 'webhook', url, events: ['channel.test'] });
      for (let i = 0; i < count; i++) await testChannel(services, scope, id);
      return id;
    },
    /** Ends the connections of all who wait for an answer. */
    hangUp: () => {
      for (const server of servers) server.closeAllConnections();
    },
    flushRedis: redis.stop,
    wake: async () => void (await services.database.db.execute(`select pg_notify('delivery', '')`)),
    async states(): Promise<Record<string, number>> {
      const { rows } = await services.database.db.execute<{ state: string; count: number }>(
        'select state, count(*)::int as count from delivery group by state',
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    /** Attempts that were recorded, requests that came, and how many different messages they were. */
    async counts(): Promise<Counts> {
      const { rows } = await services.database.db.execute<{ sent: number }>(
        'select count(*)::int as sent from delivery_attempt',
      );
      return { sent: rows[0]?.sent ?? 0, received: ids.length, distinct: new Set(ids).size };
    },
    async end() {
      for (const each of undo.toReversed()) await each();
      await redis.stop();
      await world.end();
    },
  };
}

/** An engine in a process of its own, to be killed. Resolves when it runs. */
export async function forkEngine(settings: EngineSettings) {
  const child = fork(fileURLToPath(new URL('./engine-process.ts', import.meta.url)), [JSON.stringify(settings)]);
  const exited = once(child, 'exit');
  await Promise.race([once(child, 'message'), exited.then(() => Promise.reject(new Error('the engine ended')))]);
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await exited;
    },
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { WebBuild } from '@alivemcp/contracts';
import type { ServiceContext } from '@alivemcp/services';
import type { Metrics } from '@alivemcp/telemetry';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';

/** What the HTTP side needs; put together in `main.ts`, or by a root that runs several apps. */
export type AppDeps = {
  services: ServiceContext;
  log: FastifyBaseLogger;
  metrics: Metrics;
  /** True behind https: the session cookie then carries `Secure` and the `__Host-` prefix. */
  secureCookies: boolean;
  version: string;
  /** The built web app: its files and its pages. */
  web: WebBuild;
  /** Rejects while requests could not be served. */
  ready(): Promise<void>;
};

/** An instance whose routes take their types from zod schemas. */
export type Api = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse<IncomingMessage>,
  FastifyBaseLogger,
  ZodTypeProvider
>;

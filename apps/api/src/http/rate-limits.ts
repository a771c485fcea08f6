import { AppError } from '@alivemcp/contracts';
import { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const WINDOW_MS = 60_000;

type Asked = Pick<FastifyRequest, 'auth' | 'ip' | 'params'>;
export type Limit = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
export type RateLimits = {
  /** Of everything under `/api/v1`, by caller. */
  api: Limit;
  /** Refuses an address that failed to authenticate too often, before that costs a query. Counts nothing. */
  floods: Limit;
  /** Of what tries a password or a link, by address. */
  credentials: Limit;
  /** Of "probe now", by server. */
  probeNow: Limit;
};

/** The limits of this process, all a minute. An IPv6 caller is its /64, since that is what one customer gets. */
export function createRateLimits(app: FastifyInstance): RateLimits {
  const byCaller = (request: Asked) => request.auth?.scope.actor ?? byAddress(request);
  const api = makeLimit(app, { name: 'api', max: 600, keyOf: byCaller });
  return {
    api: api.count,
    floods: api.peek,
    credentials: makeLimit(app, { name: 'credentials', max: 10, keyOf: byAddress }).count,
    probeNow: makeLimit(app, { name: 'probe-now', max: 10, keyOf: byServer }).count,
  };
}

const byAddress = ({ ip }: Asked) => `ip:${normalizeIP(ip)}`;
const byServer = ({ auth, params }: Asked) => `${auth?.scope.workspaceId} ${JSON.stringify(params)}`;

function makeLimit(
  app: FastifyInstance,
  { name, max, keyOf }: { name: string; max: number; keyOf: (request: Asked) => string },
): { count: Limit; peek: Limit } {
  const count = app.createRateLimit({ max, timeWindow: WINDOW_MS, keyGenerator: keyOf });
  return {
    async count(request, reply) {
      const state = await count(request);
      if (state.isAllowed) return;
      // draft-ietf-httpapi-ratelimit-headers-10: both are lists, one member a policy.
      append(reply, 'ratelimit-policy', `"${name}";q=${max};w=${WINDOW_MS / 1000}`);
      append(reply, 'ratelimit', `"${name}";r=${state.remaining};t=${state.ttlInSeconds}`);
      if (state.isExceeded) refuse(reply, max, state.ttlInSeconds);
    },
    async peek(request, reply) {
      const state = await count(request, { increment: false });
      if (!state.isAllowed && state.remaining === 0) refuse(reply, max, state.ttlInSeconds);
    },
  };
}

function refuse(reply: FastifyReply, max: number, seconds: number): never {
  reply.header('retry-after', seconds);
  throw new AppError('rate_limited', `At most ${max} a minute. Try again in ${seconds} s.`);
}

function append(reply: FastifyReply, header: string, member: string): void {
  const before = reply.getHeader(header);
  reply.header(header, before === undefined ? member : `${before}, ${member}`);
}

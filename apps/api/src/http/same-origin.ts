import { AppError } from '@alivemcp/contracts';
import type { ServiceContext } from '@alivemcp/services';
import type { FastifyInstance, FastifyRequest } from 'fastify';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The wall against cross-site requests (OWASP, Fetch Metadata with a fallback on Origin): what changes something with a
 * cookie's authority must come from our own pages, as JSON, which no form of a stranger can send.
 */
export function addCrossSiteWall(app: FastifyInstance, services: Pick<ServiceContext, 'publicUrl'>): void {
  app.addHook('onRequest', async (request) => {
    if (SAFE.has(request.method) || request.headers.authorization !== undefined) return;
    const origin = originOf(request, services.publicUrl);
    if (origin === 'foreign') throw new AppError('forbidden', 'Another site sent this request.');
    if (!request.auth?.session) return;
    if (origin === 'unknown') throw new AppError('forbidden', 'With a session cookie, send Origin or Sec-Fetch-Site.');
    if (hasBody(request) && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      throw new AppError('unsupported_media_type', 'Send JSON, with Content-Type: application/json.');
    }
  });
}

/** Where a request was made: on our own pages, elsewhere, or (not a browser) it does not say. */
export function originOf(request: FastifyRequest, publicUrl: string): 'own' | 'foreign' | 'unknown' {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'own' : 'foreign';
  const { origin } = request.headers;
  if (origin === undefined) return 'unknown';
  const own = [new URL(publicUrl).origin, `${request.protocol}://${request.host}`];
  return own.includes(origin) ? 'own' : 'foreign';
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

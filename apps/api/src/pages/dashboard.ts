import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { Api, AppDeps } from '../app-deps.ts';
import { etagOf, isFresh } from '../http/etag.ts';

/** The pages of the dashboard; its own router tells them apart. */
const PATHS = ['/', '/sign-in', '/servers', '/incidents', '/channels', '/deliveries', '/status-pages', '/keys'];

const SECURITY = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      // Charts and menus are placed by style attributes.
      'style-src-attr': ["'unsafe-inline'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'"],
      'form-action': ["'self'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' },
} as const;

/** The dashboard: one document for all its pages, and files whose names change with their content. */
export async function dashboard(app: Api, { web, secureCookies }: AppDeps): Promise<void> {
  await app.register(helmet, { ...SECURITY, strictTransportSecurity: secureCookies });
  await app.register(fastifyStatic, {
    root: join(web.clientDir, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  const document = await readFile(join(web.clientDir, 'index.html'));
  const etag = etagOf(document);
  const icon = await readFile(join(web.clientDir, 'favicon.svg'));

  for (const path of PATHS.flatMap((path) => (path === '/' || path === '/sign-in' ? [path] : [path, `${path}/*`]))) {
    app.get(path, { schema: { hide: true } }, async (request, reply) => {
      reply.headers({ etag, 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
      return isFresh(request, etag) ? reply.code(304).send() : reply.send(document);
    });
  }
  app.get('/favicon.svg', { schema: { hide: true } }, async (_request, reply) =>
    reply.headers({ 'cache-control': 'public, max-age=86400', 'content-type': 'image/svg+xml' }).send(icon),
  );
}

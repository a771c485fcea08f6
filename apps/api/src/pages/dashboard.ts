import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Api, AppDeps } from '../app-deps.ts';
import { answerFixed } from '../http/answer-fixed.ts';
import { addPageSecurity } from './page-security.ts';

/** The pages of the dashboard; its own router tells them apart. */
const PATHS = [
  '/',
  '/sign-in',
  '/servers',
  '/servers/*',
  '/gates/*',
  '/incidents',
  '/incidents/*',
  '/maintenance',
  '/maintenance/*',
  '/channels',
  '/channels/*',
  '/deliveries/*',
  '/rules',
  '/status-pages',
  '/status-pages/*',
  '/reports',
  '/keys',
  '/system',
];

// Charts and menus are placed by style attributes.
const STYLES = { 'style-src': ["'self'"], 'style-src-attr': ["'unsafe-inline'"] };

/** The dashboard: one document for all its pages, and files whose names change with their content. */
export async function dashboard(app: Api, deps: AppDeps): Promise<void> {
  const { clientDir } = deps.web;
  await addPageSecurity(app, deps, STYLES);
  await app.register(fastifyStatic, {
    root: join(clientDir, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: '1y',
    index: false,
  });
  const document = answerFixed(await readFile(join(clientDir, 'index.html')), 'text/html; charset=utf-8', {
    'cache-control': 'no-cache',
  });
  const icon = answerFixed(await readFile(join(clientDir, 'favicon.svg')), 'image/svg+xml', {
    'cache-control': 'public, max-age=86400',
  });

  for (const path of PATHS) app.get(path, { schema: { hide: true } }, document);
  app.get('/favicon.svg', { schema: { hide: true } }, icon);
}

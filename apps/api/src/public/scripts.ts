import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Api, AppDeps } from '../app-deps.ts';
import { answerFixed } from '../http/answer-fixed.ts';

const OWN = { 'cache-control': 'public, max-age=3600', 'cross-origin-resource-policy': 'same-origin' };

/** Their names never change, so that a browser has to ask again after an hour. */
const SCRIPTS: { name: string; headers: Record<string, string> }[] = [
  {
    name: 'embed.js',
    headers: {
      'cache-control': 'public, max-age=3600, stale-while-revalidate=86400',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  },
  { name: 'page.js', headers: OWN },
  { name: 'theme.js', headers: OWN },
];

/** `/embed.js`, for the pages of others; `/page.js`, for our own, and `/theme.js`, for the dashboard. */
export async function scriptRoutes(app: Api, { web }: Pick<AppDeps, 'web'>): Promise<void> {
  for (const { name, headers } of SCRIPTS) {
    const body = await readFile(join(web.clientDir, name));
    const answer = answerFixed(body, 'text/javascript; charset=utf-8', {
      ...headers,
      'x-content-type-options': 'nosniff',
    });
    app.get(`/${name}`, { schema: { hide: true } }, answer);
  }
}

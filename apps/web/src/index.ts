import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Pages, WebBuild } from '@alivemcp/contracts';

const DIST = new URL('../dist/', import.meta.url);

/** The web app as it was built: files for browsers and the pages that are rendered on the server. */
export async function loadWeb(): Promise<WebBuild> {
  const entry = new URL('server/index.js', DIST);
  if (!existsSync(entry)) throw new Error('The web pages are not built yet. Build them with: npm run build');
  const pages: Pages = await import(entry.href);
  return { clientDir: fileURLToPath(new URL('client/', DIST)), pages };
}

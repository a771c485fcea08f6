import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { waitFor } from '@alivemcp/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningProcess, runAlivemcp } from './src/run-process.ts';

const CLIENT = fileURLToPath(new URL('../apps/web/dist/client/', import.meta.url));
const PAGE = 'public, max-age=15, s-maxage=30, stale-while-revalidate=60, stale-if-error=86400';
const BADGE = 'public, max-age=60, s-maxage=60, stale-while-revalidate=300, stale-if-error=86400';
const EMBED = 'public, max-age=60, stale-while-revalidate=300';

let dataDir: string;
let product: RunningProcess;

// The demo: its pages have 90 days of history, so they are as long as pages get.
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alivemcp-e2e-'));
  product = await runAlivemcp(['start', '--demo'], { ALIVEMCP_DATA_DIR: dataDir, PORT: '0' });
});
afterAll(async () => {
  await product?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** An answer with its body as it came over the wire: fetch would unpack it. */
async function ask(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    const request = get(product.url + path, { headers, agent: false }, async (response) => {
      const { statusCode: status = 0, headers } = response;
      resolve({ status, headers, body: await buffer(response) });
    });
    request.on('error', reject);
  });
}

test.each(['/s/orders', '/s/legacy-crm', '/status/demo'])(
  '%s is under 14 KB, which is one round trip',
  async (path) => {
    const page = await ask(path, { 'accept-encoding': 'gzip' });
    expect([page.status, page.headers['content-encoding']]).toEqual([200, 'gzip']);
    expect(page.headers.vary).toContain('accept-encoding');
    expect(page.body.byteLength).toBeLessThan(14_000);
    expect(gunzipSync(page.body).toString()).toMatch(/^<!doctype html>.*<\/html>$/s);
    expect((await ask(path)).headers).not.toHaveProperty('content-encoding');
  },
);

test.each([
  ['/s/orders', PAGE],
  ['/s/orders/feed.atom', PAGE],
  ['/status/demo', PAGE],
  ['/status/demo/feed.atom', PAGE],
  ['/status/demo/api/v2/summary.json', PAGE],
  ['/badge/orders.svg', BADGE],
  ['/badge/orders.json', BADGE],
  ['/api/embed-status/orders', EMBED],
])('%s may be kept as long as promised, and is not sent twice', async (path, cacheControl) => {
  for (const encoding of ['identity', 'gzip']) {
    // A probe between the two questions changes the answer; not twice in a row.
    const [first, second] = await waitFor(
      async () => {
        const first = await ask(path, { 'accept-encoding': encoding });
        const second = await ask(path, { 'accept-encoding': encoding, 'if-none-match': String(first.headers.etag) });
        return second.status === 304 ? [first, second] : null;
      },
      { what: `304 for ${path}` },
    );
    expect(first.status).toBe(200);
    expect(first.headers.etag).toMatch(/^"[\w-]+"$/);
    expect(second.body.byteLength).toBe(0);
    for (const { headers } of [first, second]) {
      expect(headers).toMatchObject({ 'cache-control': cacheControl, etag: first.headers.etag });
    }
    const other = await ask(path, { 'accept-encoding': encoding, 'if-none-match': '"other"' });
    expect([other.status, other.body.byteLength > 0]).toEqual([200, true]);
  }
});

test('the dashboard begins with less than 180 KB of script, and no charts', async () => {
  const document = await readFile(join(CLIENT, 'index.html'), 'utf8');
  const named = [...document.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, name = '']) => name);
  const scripts = new Map<string, string>();
  for (const name of named) await addWithImports(name, scripts);
  expect(scripts.size).toBeGreaterThan(0);

  const bytes = [...scripts.values()].map((script) => gzipSync(script).byteLength);
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(180_000);
  const withCharts = await Promise.all(
    (await scriptNames()).map(async (name) => ((await script(name)).includes('recharts') ? [name] : [])),
  );
  // It is somewhere, or it would have another name by now.
  expect(withCharts.flat()).not.toEqual([]);
  expect(withCharts.flat().filter((name) => scripts.has(name))).toEqual([]);
});

const scriptNames = async () => (await readdir(join(CLIENT, 'assets'))).filter((name) => name.endsWith('.js'));
const script = (name: string) => readFile(join(CLIENT, 'assets', name), 'utf8');

/** Adds a script and what it cannot start without; `import("…")` comes later and does not count. */
async function addWithImports(name: string, scripts: Map<string, string>): Promise<void> {
  if (scripts.has(name)) return;
  const text = await script(name);
  scripts.set(name, text);
  for (const [, next = ''] of text.matchAll(/\b(?:from|import)\s*"\.\/([^"]+\.js)"/g))
    await addWithImports(next, scripts);
}

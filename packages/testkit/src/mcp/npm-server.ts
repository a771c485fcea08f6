import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type NpmServerName = 'everything' | 'everything-sse' | 'context7';
export type NpmServer = { url: string; close(): Promise<void> };

const require = createRequire(import.meta.url);

const SERVERS: Record<NpmServerName, { pack: string; args: (port: number) => string[]; path: string }> = {
  everything: { pack: '@modelcontextprotocol/server-everything', args: () => ['streamableHttp'], path: '/mcp' },
  'everything-sse': { pack: '@modelcontextprotocol/server-everything', args: () => ['sse'], path: '/sse' },
  context7: {
    pack: '@upstash/context7-mcp',
    args: (port) => ['--transport', 'http', '--port', String(port)],
    path: '/mcp',
  },
};

/** A real third-party server from npm as a child process on a free loopback port, ready when this resolves. */
export async function startNpmServer(name: NpmServerName): Promise<NpmServer> {
  const { pack, args, path } = SERVERS[name];
  const port = await freePort();
  const child = spawn(process.execPath, [join(packageRoot(pack), 'dist/index.js'), ...args(port)], {
    env: { PATH: process.env.PATH, PORT: String(port), OTEL_SDK_DISABLED: 'true', DO_NOT_TRACK: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const close = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), 1000);
    await gone;
    clearTimeout(hard);
  };
  for (let left = 200; left > 0; left--) {
    if (child.exitCode !== null) throw new Error(`${name} exited with ${child.exitCode}: ${said}`);
    if (await answers(port)) return { url: `http://127.0.0.1:${port}${path}`, close };
    await sleep(50);
  }
  await close();
  throw new Error(`${name} did not listen on ${port}: ${said}`);
}

/** The folder of an installed package, also when it exports no package.json. */
function packageRoot(pack: string): string {
  for (const folder of require.resolve.paths(pack) ?? []) {
    try {
      return dirname(require.resolve(join(folder, pack, 'package.json')));
    } catch {
      // Not in this folder.
    }
  }
  throw new Error(`${pack} is not installed`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

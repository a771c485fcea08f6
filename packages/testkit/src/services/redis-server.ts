import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { freePort } from '@alivemcp/embedded-postgres';

export type RedisServer = { port: number; pid: number; stop(): Promise<void> };

const READY = /Ready to accept connections/;

/** Starts the machine's Redis or Valkey on loopback, in memory only, with room for a database a test file. */
export async function spawnRedis(fixedPort?: number): Promise<RedisServer> {
  const port = fixedPort ?? (await freePort());
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn(redisProgram(), [...options, '--databases', '1024', '--maxmemory-policy', 'noeviction'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: '/',
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      lines.push(line);
      if (READY.test(line)) resolve();
    });
    child.once('error', reject);
    exited.then(() => reject(new Error(`Redis ended at once:\n${lines.join('\n')}`)));
  });
  return {
    port,
    pid: child.pid ?? -1,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

function redisProgram(): string {
  for (const program of ['redis-server', 'valkey-server']) {
    if (spawnSync(program, ['--version']).status === 0) return program;
  }
  throw new Error('These tests need redis-server or valkey-server on PATH. On Debian: apt-get install redis-server');
}

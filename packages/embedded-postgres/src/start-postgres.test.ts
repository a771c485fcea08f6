import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  constants,
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withConnection } from './connect.ts';
import { canReach } from './database-user.ts';
import { processIdentity } from './process-identity.ts';
import { type EmbeddedPostgres, startPostgres } from './start-postgres.ts';

const ORDINARY = { name: 'nobody', ids: { uid: 65_534, gid: 65_534 } };
const LAUNCHER = join(import.meta.dirname, 'testing', 'launch-and-wait.ts');

let dataDir: string;
let running: EmbeddedPostgres | undefined;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'alivemcp-launcher-'));
});

afterAll(async () => {
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const query = (url: string, sql: string) => withConnection(url, async (client) => (await client.query(sql)).rows);
const postmasterPid = () => Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

async function eventually<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      return await attempt();
    } catch {
      await sleep(100);
    }
  }
  return attempt();
}

// One story, in order: each chapter starts from what the one before left on disk.
describe('an embedded PostgreSQL', () => {
  it('starts on an empty directory, durable, on loopback only and behind a password', async () => {
    const steps: string[] = [];
    running = await startPostgres({ dataDir, onStep: (text) => steps.push(text) });
    expect(running.reused).toBe(false);
    expect(steps).toEqual(['Creating the database', 'Starting PostgreSQL 18', expect.stringContaining('is running')]);
    const [settings] = await query(
      running.url,
      `select current_setting('fsync') fsync, current_setting('listen_addresses') listen,
         current_setting('unix_socket_directories') sockets, current_database() db`,
    );
    expect(settings).toEqual({ fsync: 'on', listen: '127.0.0.1', sockets: '', db: 'alivemcp' });
    expect(statSync(join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(running.url);
    wrong.password = 'guess';
    await expect(query(wrong.href, 'select 1')).rejects.toThrow(/password authentication failed/);
    await query(running.url, `create table diary as select 'day one' as entry`);
  });

  it('comes back at the same address after kill -9', async () => {
    if (!running) throw new Error('not running');
    const { url } = running;
    const before = postmasterPid();
    process.kill(before, 'SIGKILL');
    expect(await eventually(() => query(url, 'select entry from diary'))).toEqual([{ entry: 'day one' }]);
    expect(postmasterPid()).not.toBe(before);
  });

  it('stops, and starts again with its data', async () => {
    const pid = postmasterPid();
    await running?.stop();
    expect(processIdentity(pid)).toBeNull();
    running = await startPostgres({ dataDir });
    expect(running.reused).toBe(false);
    expect(await query(running.url, 'select entry from diary')).toEqual([{ entry: 'day one' }]);
    await running.stop();
    running = undefined;
  });

  it('is taken over from a parent that was killed', async () => {
    const parent = spawn(process.execPath, [LAUNCHER, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = new Promise((resolve) => parent.once('exit', resolve));
    const url = await new Promise<string>((resolve) =>
      parent.stdout.once('data', (line) => resolve(String(line).trim())),
    );
    parent.kill('SIGKILL');
    await exited;
    running = await startPostgres({ dataDir });
    expect(running).toMatchObject({ reused: true, url });
    expect(await query(url, 'select entry from diary')).toEqual([{ entry: 'day one' }]);
    await running.stop();
    running = undefined;
  });

  it('does not take a stale pid for a server, even when another process has that number now', async () => {
    const bystander = spawn('sleep', ['60']);
    try {
      writeFileSync(
        join(dataDir, 'postgres', 'postmaster.pid'),
        `${bystander.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n`,
      );
      running = await startPostgres({ dataDir });
      expect(running.reused).toBe(false);
      expect(bystander.exitCode).toBeNull();
    } finally {
      bystander.kill();
    }
  });
});

describe.runIf(process.getuid?.() === 0)('started by root', () => {
  it('runs as another user, also below a directory closed to that user', async () => {
    const closed = mkdtempSync(join(tmpdir(), 'alivemcp-closed-'));
    expect(statSync(closed).mode & 0o777).toBe(0o700);
    const dataDir = join(closed, 'data');
    const postgres = await startPostgres({ dataDir });
    try {
      expect(await query(postgres.url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0);
    } finally {
      await postgres.stop();
      rmSync(closed, { recursive: true, force: true });
    }
  });

  // In a checkout that is closed to everybody else there is nothing an ordinary user could start.
  it.skipIf(!canReach(ORDINARY, dirname(LAUNCHER)))('works the same for an ordinary user', () => {
    const home = mkdtempSync(join(tmpdir(), 'alivemcp-ordinary-'));
    chownSync(home, ORDINARY.ids.uid, ORDINARY.ids.gid);
    try {
      // The Node that runs us may live in root's own cache.
      const node = join(home, 'node');
      copyFileSync(process.execPath, node, constants.COPYFILE_FICLONE);
      const script = [LAUNCHER, join(home, 'data'), '--stop'];
      const { stdout, stderr } = spawnSync(node, script, {
        ...ORDINARY.ids,
        cwd: '/',
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: home },
      });
      expect(stderr).toBe('');
      expect(stdout).toMatch(/^postgres:.*\nstopped\n$/);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../../bin/alivemcp.mjs', import.meta.url));

/** For tests: a gate as its users meet it, whose progress can be waited for. */
export function startGate(args: string[], { cwd, env = {} }: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) {
  const child = spawn(process.execPath, [bin, 'gate', ...args], {
    cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
  });
  const stdout = text(child.stdout);
  const closed = once(child, 'close');
  return {
    /** Resolves once stderr has the pattern; rejects when the gate ends before it. */
    async said(pattern: RegExp): Promise<void> {
      const over = closed.then(() => Promise.reject(new Error(`ended without saying ${pattern}: ${said}`)));
      over.catch(() => {});
      while (!pattern.test(said)) await Promise.race([once(child.stderr, 'data'), over]);
    },
    interrupt: () => child.kill('SIGINT'),
    async ended(): Promise<{ code: number; stdout: string; stderr: string }> {
      const [code] = await closed;
      return { code, stdout: await stdout, stderr: said };
    },
  };
}

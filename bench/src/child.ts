import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Runs a file of this folder as a process of its own and waits for the first thing it tells: its port. */
export async function runChild(file: string, args: string[] = []): Promise<{ url: string; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args);
  const [port] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${file} ended before it listened`))),
  ])) as [number];
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}

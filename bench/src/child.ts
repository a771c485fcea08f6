import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export type Child = {
  url: string;
  /** CPU that it used so far, user and system. */
  cpuMs(): Promise<number>;
  stop(): Promise<void>;
};

/** Runs a file of this folder as a process of its own and waits for its port (`listen-for-parent.ts`). */
export async function runChild(file: string, args: string[] = []): Promise<Child> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), args);
  const exited = once(child, 'exit');
  const next = async (): Promise<number> => {
    const ended = exited.then(() => Promise.reject(new Error(`${file} ended by itself`)));
    const [told] = (await Promise.race([once(child, 'message'), ended])) as [number];
    return told;
  };
  return {
    url: `http://127.0.0.1:${await next()}`,
    cpuMs() {
      child.send('cpu');
      return next();
    },
    async stop() {
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const CLI = fileURLToPath(new URL('../../apps/cli/bin/alivemcp.mjs', import.meta.url));
const START_MS = 90_000;

export type RunningProcess = {
  pid: number;
  /** Where it says it runs. */
  url: string;
  /** Everything it printed so far, both streams. */
  output(): string;
  /** Sends a signal and returns the exit code once it has ended; null when the signal killed it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
};

/** Starts `alivemcp <args>` as a user would and waits until it says where it runs. Throws its output when it ends instead. */
export async function runAlivemcp(args: string[], env: Record<string, string>): Promise<RunningProcess> {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { ...cleanEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`alivemcp ${args.join(' ')} did not start:\n${output}`));
    }, START_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const match = /runs at (http\S+)/.exec(output);
      if (!match?.[1]) return;
      clearTimeout(timer);
      resolve(match[1]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`alivemcp ${args.join(' ')} ended with ${code}:\n${output}`));
    });
  });
  const { pid = -1 } = child;
  return { pid, url, output: () => output, stop: (signal = 'SIGTERM') => stop(child, signal) };
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
  return child.exitCode;
}

/** The environment without settings of ours that the person running the tests may have. */
function cleanEnv(): NodeJS.ProcessEnv {
  const ours = /^(ALIVEMCP_|HOST$|PORT$|PUBLIC_URL$|DATABASE_URL$|REDIS_URL$|LOG_LEVEL$|OTEL_|SMTP_|MAIL_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

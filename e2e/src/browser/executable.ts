import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const PROOF_MS = 15_000;

export type Executable = {
  executablePath: string;
  /** What this Chromium needs besides the arguments of every launch. */
  args: string[];
  env?: Record<string, string>;
};

/** Rejects with what the program said unless it tells its version: a file can exist and still miss a library. */
export async function proveItRuns({ executablePath, args, env }: Executable): Promise<void> {
  await promisify(execFile)(executablePath, [...args, '--version'], {
    env: { ...process.env, ...env },
    timeout: PROOF_MS,
  });
}

import { type RunningProcess, runAlivemcp } from '../run-process.ts';

/** One process of the product that a test may kill and start again with the same settings. */
export type Restartable = {
  pid(): number;
  url(): string;
  /** The text of its `/metrics`. */
  metrics(): Promise<string>;
  /** Without a word to it. */
  kill(): Promise<void>;
  start(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** What all its lives printed. */
  output(): string;
  /** Asks it to stop and returns its exit code. */
  stop(): Promise<number | null>;
};

export async function startRestartable(args: string[], env: Record<string, string>): Promise<Restartable> {
  const lives: RunningProcess[] = [await runAlivemcp(args, env)];
  const present = () => lives.at(-1) as RunningProcess;
  return {
    pid: () => present().pid,
    url: () => present().url,
    metrics: async () => (await fetch(`${present().url}/metrics`)).text(),
    kill: async () => void (await present().stop('SIGKILL')),
    start: async () => void lives.push(await runAlivemcp(args, env)),
    signal: (signal) => void process.kill(present().pid, signal),
    output: () => lives.map((life) => life.output()).join('\n'),
    stop: () => present().stop(),
  };
}

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname } from 'node:path';

/** Marks the inner run. Not ALIVEMCP_…: those are the product's settings. */
const INNER = 'RUN_UNDER_OTHER_NODE';

/** Runs this same command under another Node, waits for it to end in its own time, and resolves with its exit code. */
export function runUnder(node, args) {
  const path = [dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  const env = { ...process.env, PATH: path, [INNER]: '1' };
  const child = spawn(node, args, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    let passedOn = false;
    process.on(signal, () => {
      // A terminal sends Ctrl-C to everybody in the foreground, and npm sends it once more: one is enough.
      const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY;
      if (!passedOn && !fromTerminal) child.kill(signal);
      passedOn = true;
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}

/**
 * Stops cleanly when the process that started us (npm, or the outer run) is gone without a word, as after kill -9:
 * nobody would be left to stop the product. Started from a shell, we live on without it.
 */
export function stopWithParent() {
  const started = process.env.npm_lifecycle_event ?? process.env[INNER];
  delete process.env[INNER];
  if (!started) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, 'SIGTERM');
  }, 1_000);
  timer.unref();
}

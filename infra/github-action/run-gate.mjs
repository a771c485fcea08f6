import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { entry } from './entry.mjs';

/**
 * Runs `alivemcp gate`. Resolves with its exit code, what it printed, and its log; both are shown on our stdout as they
 * come, since the runner reads stdout and stderr in no common order.
 */
export function runGate(args) {
  const child = spawn(process.execPath, [...entry(), 'gate', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  const said = { text: '', log: '' };
  const show = (stream, name) =>
    stream.setEncoding('utf8').on('data', (chunk) => {
      said[name] += chunk;
      process.stdout.write(chunk);
    });
  show(child.stdout, 'text');
  show(child.stderr, 'log');
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code: code ?? 128 + (constants.signals[signal] ?? 0), ...said });
    });
  });
}

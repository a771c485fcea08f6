import { spawn } from 'node:child_process';

/** Runs the npm that started us, or else the one on PATH. Resolves with what it printed; rejects with it on failure. */
export function npm(args, { cwd, env = process.env }) {
  const outer = env.npm_execpath;
  const [program, first] = outer && /npm-cli\.c?js$/.test(outer) ? [process.execPath, [outer]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => reject(new Error(`npm cannot be run: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`npm ${args[0]} failed:\n${output.trim()}`));
    });
  });
}

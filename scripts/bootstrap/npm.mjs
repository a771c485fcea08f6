import { spawn } from 'node:child_process';

const SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'];

/** Runs the npm that started us, or else the one on PATH. Resolves with what it printed; rejects with it on failure. npm ends with us. */
export function npm(args, { cwd, env = process.env }) {
  const outer = env.npm_execpath;
  const [program, first] = outer && /npm-cli\.c?js$/.test(outer) ? [process.execPath, [outer]] : ['npm', []];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    // An orphan would go on writing into the node_modules of whoever tries next.
    const end = (signal) => {
      child.kill(signal);
      process.kill(process.pid, signal);
    };
    const leave = () => child.kill();
    for (const signal of SIGNALS) process.once(signal, end);
    process.once('exit', leave);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => reject(new Error(`npm cannot be run: ${error.message}`)));
    child.once('close', (code) => {
      for (const signal of SIGNALS) process.off(signal, end);
      process.off('exit', leave);
      if (code === 0) resolve(output);
      else reject(new Error(`npm ${args[0]} failed:\n${output.trim()}`));
    });
  });
}

import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Builds the web app unless it is built already: turbo compares its sources, and takes a build it knows from its cache. */
export function ensureWeb(root, building) {
  return building(() => turboBuild(root));
}

function turboBuild(root) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1' };
  const options = { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] };
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(root, 'node_modules', '.bin', 'turbo'),
      ['run', 'build', '--output-logs=errors-only'],
      options,
    );
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => reject(new Error(`turbo cannot be run: ${error.message}`)));
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The web app cannot be built:\n${output.trim()}`));
    });
  });
}

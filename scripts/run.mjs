// The way in: `npm start`, `npm test` and `npm run bench` on a machine that has nothing but some Node and npm.
// Built-ins only, and only what Node 18 knows, here and in bootstrap/.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureNode, runtimeForThisMachine } from './bootstrap/node-runtime.mjs';
import { isCurrent, UPGRADE } from './bootstrap/node-version.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { createProgress } from './bootstrap/progress.mjs';
import { runUnder, stopWithParent } from './bootstrap/run-under.mjs';
import { ensureWeb } from './bootstrap/web.mjs';

const SELF = fileURLToPath(import.meta.url);
const ROOT = dirname(dirname(SELF));

/** What each command runs, once Node and the packages are there. */
const COMMANDS = {
  start: (args) => ['apps/cli/src/main.ts', 'start', ...args],
  cli: (args) => ['apps/cli/src/main.ts', ...args],
  bench: (args) => ['bench/src/main.ts', ...args],
  test: (args) => ['scripts/test.mjs', ...args],
};

async function main([name, ...args]) {
  const command = COMMANDS[name];
  if (!command) return fail(`usage: node scripts/run.mjs ${Object.keys(COMMANDS).join('|')} [arguments]`, 64);
  const progress = createProgress(name === 'cli');

  stopWithParent();
  if (!isCurrent()) {
    const runtime = runtimeForThisMachine();
    if (!runtime) return fail(UPGRADE, 1);
    const fetching = (work) => progress.during(1, `Node ${runtime.version}: fetching it once into the cache`, work);
    const node = await ensureNode(runtime, fetching);
    process.exitCode = await runUnder(node, [SELF, name, ...args]);
    return;
  }

  progress.ready(1, `Node ${process.versions.node}`);
  const installing = (work) => progress.during(2, 'Packages: installing what package-lock.json names', work);
  const installed = await ensurePackages(ROOT, installing);
  if (!installed) progress.ready(2, 'Packages are up to date');

  // The command line asks for no page.
  if (name !== 'cli') await ensureWeb(ROOT, (work) => progress.during(3, 'Web: building what changed', work));

  const [file, ...rest] = command(args);
  const program = join(ROOT, file);
  if (!existsSync(program)) return fail(`${file} is missing from this checkout`, 70);
  // In this very process: signals reach it directly, and one process fewer waits around.
  process.argv = [process.execPath, program, ...rest];
  await import(pathToFileURL(program).href);
}

function fail(text, code) {
  process.stderr.write(`${text}\n`);
  process.exitCode = code;
}

main(process.argv.slice(2)).catch((error) => fail(error.message, 1));

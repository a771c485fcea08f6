import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir } from './cache-dir.mjs';
import { withFileLock } from './file-lock.mjs';
import { npm } from './npm.mjs';

/** npm packages that hold nothing but Node's own binary, and the sha256 of that binary. */
const RUNTIMES = {
  'linux-x64': { version: '24.21.0', sha256: '7fde7b8afa198da66257f42ee2001d874c7355631e6d1579a5fb5ef1f246df4c' },
  'linux-arm64': { version: '24.22.0', sha256: '719a43d185f3b6a59d8fcbba1ff06b93c75f76fb0bb9916f81d33921615d4cb5' },
};

/** The runtime for this machine, or null where none is known to run (macOS, musl). */
export function runtimeForThisMachine() {
  const musl = process.report?.getReport().header.glibcVersionRuntime === undefined;
  const platform = `${process.platform}-${process.arch}`;
  const runtime = RUNTIMES[platform];
  return runtime && !musl ? { ...runtime, platform } : null;
}

/** Path of a `node` of that release in the user's cache, fetched once. */
export async function ensureNode(runtime, fetching) {
  const cache = cacheDir();
  const dir = join(cache, `node-${runtime.version}-${runtime.platform}`);
  const node = join(dir, 'bin', 'node');
  if (existsSync(node)) return node;
  await withFileLock(join(cache, 'node.lock'), async () => {
    if (!existsSync(node)) await fetching(() => fetchNode(runtime, cache, dir));
  });
  return node;
}

async function fetchNode(runtime, cache, dir) {
  const name = `node-${runtime.platform}`;
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    writeFileSync(join(draft, 'package.json'), '{"private":true}\n');
    const options = [
      '--ignore-scripts',
      '--no-save',
      '--no-package-lock',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ];
    await npm(['install', '--prefix', draft, ...options, `${name}@${runtime.version}`], {
      cwd: draft,
      env: outerEnv(),
    });
    const unpacked = join(draft, 'node_modules', name);
    const sha256 = await hashFile(join(unpacked, 'bin', 'node'));
    if (sha256 !== runtime.sha256) throw new Error(`${name} is not what it should be: sha256 ${sha256}`);
    const trial = spawnSync(join(unpacked, 'bin', 'node'), ['--version'], { encoding: 'utf8' });
    if (trial.stdout !== `v${runtime.version}\n`) throw new Error(`${name} does not run here: ${trial.stderr}`);
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(cache, { recursive: true });
    // In one step: a start that is killed leaves a draft behind, never half a Node.
    renameSync(unpacked, dir);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** npm hands the project it runs in down to its children; that npm must not work on our project. */
function outerEnv() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    if (/^npm_(package_|lifecycle_|config_(local_prefix|prefix|workspace|workspaces|global)$)/.test(name))
      delete env[name];
  }
  return env;
}

async function hashFile(path) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

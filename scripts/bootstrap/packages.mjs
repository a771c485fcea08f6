import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withFileLock } from './file-lock.mjs';
import { npm } from './npm.mjs';

/** Runs `npm ci` unless node_modules is what package-lock.json says. Returns whether it had to. */
export async function ensurePackages(root, installing) {
  const stamp = join(root, 'node_modules', '.alivemcp-lock-hash');
  const wanted = fingerprint(root);
  if (read(stamp) === wanted) return false;
  return withFileLock(join(root, '.cache', 'install.lock'), async () => {
    if (read(stamp) === wanted) return false;
    const needed = !installedByHand(root);
    if (needed) {
      // Gone first, back last: an installation killed half-way is seen by the next start.
      rmSync(stamp, { force: true });
      await installing(() => npm(['ci', ...OPTIONS], { cwd: root }));
    }
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(stamp, wanted);
    return needed;
  });
}

// Nothing here depends on an install script, and NODE_ENV=production must not leave half of the tools out.
const OPTIONS = [
  '--ignore-scripts',
  '--include=dev',
  '--include=optional',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

function fingerprint(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
}

/** Whether npm's own record of node_modules agrees with the lock: then somebody ran `npm install` himself. */
function installedByHand(root) {
  const record = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  const lock = packagesIn(join(root, 'package-lock.json'));
  if (!record || !lock) return false;
  return Object.entries(lock)
    .filter(([path, entry]) => path.startsWith('node_modules/') && !entry.link)
    .every(([path, entry]) => {
      const installed = record[path];
      // Optional packages for other platforms are not there, nor is what only those need, and need not be.
      if (!installed) return entry.optional === true && !isForHere(entry);
      return installed.version === entry.version && installed.integrity === entry.integrity;
    });
}

function isForHere({ os, cpu, libc = ['glibc'] }) {
  if (!os && !cpu) return false;
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && libc.includes('glibc');
}

function packagesIn(file) {
  const text = read(file);
  return text ? JSON.parse(text).packages : null;
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

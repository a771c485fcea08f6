import { accessSync, constants, lstatSync, mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** The user's own cache directory; where that cannot be written, one in the temporary directory. */
export function cacheDir(env = process.env) {
  const candidates = [env.XDG_CACHE_HOME, home() && join(home(), '.cache')].filter((dir) => dir?.startsWith('/'));
  for (const dir of candidates) {
    const own = join(dir, 'alivemcp');
    if (isUsable(own)) return own;
  }
  const last = join(tmpdir(), `alivemcp-cache-${process.getuid?.() ?? 0}`);
  if (isUsable(last)) return last;
  throw new Error(`No directory to keep Node in: tried ${[...candidates, last].join(', ')}`);
}

/** Ours, writable by us and by nobody else: a program is going to be run from there. */
function isUsable(dir) {
  try {
    mkdirSync(dir, { recursive: true, mode: 0o755 });
    accessSync(dir, constants.W_OK | constants.X_OK);
    const stats = lstatSync(dir);
    return stats.isDirectory() && stats.uid === process.getuid?.() && (stats.mode & 0o022) === 0;
  } catch {
    return false;
  }
}

function home() {
  try {
    return homedir();
  } catch {
    return undefined; // A container's uid without an account.
  }
}

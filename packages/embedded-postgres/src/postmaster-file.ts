import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the running server wrote about itself into `postmaster.pid`. */
export type PostmasterFile = { pid: number; port: number | null };

export function readPostmasterFile(dir: string): PostmasterFile | null {
  let lines: string[];
  try {
    lines = readFileSync(join(dir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return Number.isInteger(pid) && pid > 1 ? { pid, port: port > 0 ? port : null } : null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Given to the server on its command line; the inode follows a renamed folder and differs for a copied one. */
export function clusterName(dir: string): string {
  return `alivemcp-${statSync(dir).ino}`;
}

/** Whether `pid` is a PostgreSQL serving `dir`: after a reboot, or in a container, the number may be anybody's. */
export function isPostmasterOf(pid: number, dir: string): boolean {
  return isAlive(pid) && commandLine(pid).includes(`cluster_name=${clusterName(dir)}`);
}

// Not /proc/<pid>/exe or cwd: root in a container may not look there for a process of another user.
function commandLine(pid: number): string[] {
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.split(/\s+/);
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

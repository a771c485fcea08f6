import { spawnSync } from 'node:child_process';

/** Only Linux lets somebody else set the limits of a running process. */
export const CAN_FILL_DISKS = process.platform === 'linux';

/** Makes every write of a process to a file fail, as on a full disk, until it is called again with `false`. */
export function fillDisk(pid: number, full: boolean): void {
  const limit = full ? '0:unlimited' : 'unlimited:unlimited';
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(pid), `--fsize=${limit}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}

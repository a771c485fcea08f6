import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** CPU that a process and its present children used so far, and the memory that they take now, shared pages shared out. */
export type Usage = { cpuMs: number; memoryMb: number };

const TICKS_A_SECOND = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** Linux only. */
export function usageOf(pid: number): Usage {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([child = 0, parent]) => (parent === pid ? [child] : []));
  const all = [pid, ...children].flatMap((one) => {
    try {
      return [{ cpuMs: cpuOf(one), memoryMb: memoryOf(one) }];
    } catch {
      // It ended between the list and the look.
      return [];
    }
  });
  return {
    cpuMs: all.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    memoryMb: all.reduce((sum, { memoryMb }) => sum + memoryMb, 0),
  };
}

function cpuOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in parentheses may hold anything; after it the 12th to 15th are the times of the process and of its ended children.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return (ticks / TICKS_A_SECOND) * 1000;
}

function memoryOf(pid: number): number {
  const [, kb] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(kb) / 1024;
}

import type { ProbeResult } from '@alivemcp/contracts';
import { parseTarget } from './parse-target.ts';
import type { ProbeOptions } from './probe-options.ts';

/** Probes one server from this machine, each time as if it was never met before. */
export type ProbeOnce = (timeoutMs?: number) => Promise<ProbeResult>;

export async function createProbe(url: string, options: ProbeOptions, signal?: AbortSignal): Promise<ProbeOnce> {
  const target = parseTarget(url, options);
  // Loaded late: wrong usage and diffs of two files need no network.
  const [{ createGuard }, { probe }] = await Promise.all([import('@alivemcp/net-guard'), import('@alivemcp/probe')]);
  const deps = { guard: createGuard({ allowPrivate: options.publicOnly !== true }), signal };
  return (timeoutMs = target.timeoutMs) => probe({ ...target, timeoutMs }, deps);
}

export const runProbe = async (url: string, options: ProbeOptions): Promise<ProbeResult> =>
  (await createProbe(url, options))();

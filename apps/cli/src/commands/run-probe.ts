import type { ProbeResult } from '@alivemcp/contracts';
import { parseTarget } from './parse-target.ts';
import type { ProbeOptions } from './probe-options.ts';

/** One probe from this machine, of a server never met before. */
export async function runProbe(url: string, options: ProbeOptions): Promise<ProbeResult> {
  const target = parseTarget(url, options);
  // Loaded late: wrong usage and diffs of two files need no network.
  const [{ createGuard }, { probe }] = await Promise.all([import('@alivemcp/net-guard'), import('@alivemcp/probe')]);
  return probe(target, { guard: createGuard({ allowPrivate: options.publicOnly !== true }) });
}

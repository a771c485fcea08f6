import type { ProbeResult } from '@alivemcp/contracts';
import { parseAuth } from './parse-auth.ts';
import { parseDuration } from './parse-duration.ts';
import { parseUrl } from './parse-url.ts';
import type { ProbeOptions } from './probe-options.ts';

/** One probe from this machine, of a server never met before. */
export async function runProbe(url: string, options: ProbeOptions): Promise<ProbeResult> {
  const target = {
    url: parseUrl(url),
    transport: options.transport,
    auth: parseAuth({ header: options.header, bearerEnv: options.bearerEnv }, process.env),
    known: null,
    hadTools: false,
    expectations: {},
    timeoutMs: parseDuration(options.timeout),
  };
  // Loaded late: wrong usage and diffs of two files need no network.
  const [{ createGuard }, { probe }] = await Promise.all([import('@alivemcp/net-guard'), import('@alivemcp/probe')]);
  return probe(target, { guard: createGuard({ allowPrivate: options.publicOnly !== true }) });
}

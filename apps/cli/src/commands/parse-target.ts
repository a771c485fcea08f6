import type { ProbeTarget } from '@alivemcp/contracts';
import { parseAuth } from './parse-auth.ts';
import { parseDuration, TIMEOUT } from './parse-duration.ts';
import { parseUrl } from './parse-url.ts';
import type { ProbeOptions } from './probe-options.ts';

/** A server never met before, as the command line describes it. Throws UsageError. */
export const parseTarget = (url: string, options: ProbeOptions): ProbeTarget => ({
  url: parseUrl(url),
  transport: options.transport,
  auth: parseAuth(options, process.env),
  known: null,
  hadTools: false,
  expectations: {},
  clientName: null,
  checkTruth: false,
  timeoutMs: parseDuration(options.timeout, TIMEOUT),
});

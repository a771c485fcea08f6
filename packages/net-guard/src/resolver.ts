import { Resolver as DnsResolver, lookup } from 'node:dns/promises';
import { errorCode, GuardError } from './errors.ts';
import { isLocalName } from './rules.ts';

/** All addresses of a name, best first. Throws a system error (`ENOTFOUND`, `EAI_AGAIN` …) or a GuardError. */
export type Resolver = (name: string) => Promise<string[]>;

/** The machine's own resolver: hosts file, search domains, mDNS. Blocks one of libuv's few threads per question. */
export const systemResolver: Resolver = async (name) => (await lookup(name, { all: true })).map((a) => a.address);

/**
 * Asks the name servers directly, without threads: a slow zone cannot hold up other probes. `servers` instead of the
 * machine's. IPv4 first: a prober without IPv6 must not call a server unreachable.
 */
export function networkResolver(timeoutMs: number, servers?: string[]): Resolver {
  const dns = new DnsResolver({ timeout: Math.ceil(timeoutMs / 2), tries: 2 });
  if (servers !== undefined) dns.setServers(servers);
  return async (name) => {
    const [v4, v6] = await Promise.allSettled([dns.resolve4(name), dns.resolve6(name)]);
    const found = [...(v4.status === 'fulfilled' ? v4.value : []), ...(v6.status === 'fulfilled' ? v6.value : [])];
    if (found.length > 0) return found;
    throw [v4, v6].map(reason).find((error) => !isMissing(error)) ?? reason(v4);
  };
}

/** Local names from the machine, all others from the network. */
export function defaultResolver(timeoutMs: number): Resolver {
  const network = networkResolver(timeoutMs);
  return (name) => (isLocalName(name) ? systemResolver(name) : network(name));
}

const reason = (settled: PromiseSettledResult<unknown>): unknown =>
  settled.status === 'rejected' ? settled.reason : undefined;

const isMissing = (error: unknown): boolean =>
  error === undefined || ['ENOTFOUND', 'ENODATA', 'EAI_NODATA', 'EAI_NONAME'].includes(errorCode(error));

/** We ran out of something, so no question was asked. */
const OUT_OF: ReadonlySet<string> = new Set(['EMFILE', 'ENFILE', 'ENOBUFS', 'ENOMEM']);

/** Turns what a resolver threw into a GuardError of the dns phase. */
export function dnsError(error: unknown): GuardError {
  if (error instanceof GuardError) return error;
  const code = errorCode(error);
  if (isMissing(error)) return new GuardError('dns', 'not_found', 'the name does not exist', error);
  if (code === 'ETIMEOUT' || code === 'ETIMEDOUT') return new GuardError('dns', 'timeout', 'no answer from DNS', error);
  if (code === 'ECONNREFUSED' || code === 'ENOTINITIALIZED')
    return new GuardError('dns', 'resolver_down', 'our own resolver does not answer', error);
  return new GuardError('dns', OUT_OF.has(code) ? code : 'temporary', `DNS failed (${code})`, error);
}

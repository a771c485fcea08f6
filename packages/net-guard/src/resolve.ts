import { isIP } from 'node:net';
import { GuardError, refused } from './errors.ts';
import { dnsError, type Resolver } from './resolver.ts';
import { mayReach, type Rules } from './rules.ts';
import type { StopSignal } from './stop-signal.ts';

const MAX_ADDRESSES = 8;

export type ResolveDeps = { rules: Rules; resolve: Resolver; dnsTimeoutMs: number };

/**
 * Addresses that may be dialled for a host: the literal itself, or every answer of one resolution. One refused answer
 * refuses the whole name. Throws GuardError.
 */
export async function resolveAllowed(
  host: string,
  port: number,
  deps: ResolveDeps,
  signal?: StopSignal,
): Promise<string[]> {
  if (isIP(host) !== 0) {
    if (!mayReach(host, port, deps.rules)) throw refused();
    return [host];
  }
  const addresses = await withLimit(deps.resolve(host), deps.dnsTimeoutMs, signal);
  if (addresses.length === 0) throw new GuardError('dns', 'not_found', 'the name has no address');
  for (const address of addresses) if (!mayReach(address, port, deps.rules, host)) throw refused();
  return addresses.slice(0, MAX_ADDRESSES);
}

function withLimit(answer: Promise<string[]>, limitMs: number, signal?: StopSignal): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail(new GuardError('dns', 'timeout', 'no answer from DNS')), limitMs);
    const abort = (): void => fail(new GuardError('dns', 'aborted', 'aborted'));
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    };
    const fail = (error: GuardError): void => {
      done();
      reject(error);
    };
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    answer.then(
      (addresses) => {
        done();
        resolve(addresses);
      },
      (error: unknown) => fail(dnsError(error)),
    );
  });
}

import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { dialTcp, dialTls } from './dial.ts';
import { GuardError, refused } from './errors.ts';
import { type ResolveDeps, resolveAllowed } from './resolve.ts';
import { bareHost, mayReach } from './rules.ts';
import type { StopSignal } from './stop-signal.ts';

/** What a TLS handshake showed: the end of the server's certificate (ISO 8601), and whether it asked for one of ours. */
export type PeerFacts = { validTo: string; asksForCertificate: boolean };

/** One step of a connection, in ms on the monotonic clock. */
export type ConnectPhase = { name: 'dns' | 'tcp' | 'tls'; ms: number; ok: boolean; peer?: PeerFacts };

export type ConnectorOptions = { onPhase?: (phase: ConnectPhase) => void; signal?: StopSignal };

export type ConnectorDeps = ResolveDeps & { connectTimeoutMs: number; ca?: string[] };

/**
 * An undici `connect` function. The guard sits here and not in `lookup`, because undici never looks up IP literals.
 * Resolves once, dials exactly the checked addresses, and checks the peer again.
 */
export function makeConnector(deps: ConnectorDeps, options: ConnectorOptions): buildConnector.connector {
  const secure = secureContextOf(deps);
  return (target, callback) => {
    open(target, deps, secure, options).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), null),
    );
  };
}

// One per set of dependencies: building a context reads the root certificates.
const contexts = new WeakMap<ConnectorDeps, SecureContext>();
const secureContextOf = (deps: ConnectorDeps) => (): SecureContext => {
  const known = contexts.get(deps);
  if (known !== undefined) return known;
  const context = createSecureContext({ minVersion: 'TLSv1.2', ...(deps.ca ? { ca: deps.ca } : {}) });
  contexts.set(deps, context);
  return context;
};

async function open(
  target: buildConnector.Options,
  deps: ConnectorDeps,
  secure: () => SecureContext,
  { onPhase, signal }: ConnectorOptions,
): Promise<Socket | TLSSocket> {
  const host = bareHost(target.hostname);
  const isTls = target.protocol === 'https:';
  const port = Number(target.port) || (isTls ? 443 : 80);
  const step = async <T>(
    name: ConnectPhase['name'],
    work: () => Promise<T>,
    more?: (value: T) => PeerFacts,
  ): Promise<T> => {
    const from = performance.now();
    try {
      const value = await work();
      const ms = performance.now() - from;
      onPhase?.(more ? { name, ms, ok: true, peer: more(value) } : { name, ms, ok: true });
      return value;
    } catch (error) {
      onPhase?.({ name, ms: performance.now() - from, ok: false });
      throw error;
    }
  };

  const addresses = await step('dns', () => resolveAllowed(host, port, deps, signal));
  const socket = await step('tcp', () => dialFirst(addresses, port, deps.connectTimeoutMs, signal));
  const { remoteAddress = '' } = socket;
  // One of those that were checked has the same answer again.
  if (!addresses.includes(remoteAddress) && !mayReach(remoteAddress, port, deps.rules, host)) {
    socket.destroy();
    throw remoteAddress === '' ? new GuardError('tcp', 'ECONNRESET', 'closed at once') : refused();
  }
  if (!isTls) return socket;
  return step('tls', () => dialTls(socket, host, secure(), deps.connectTimeoutMs, signal), peerFacts);
}

function peerFacts(socket: TLSSocket): PeerFacts {
  const end = new Date(socket.getPeerCertificate().valid_to);
  return {
    validTo: Number.isNaN(end.getTime()) ? '' : end.toISOString(),
    // On a client, OpenSSL fills this list only from a CertificateRequest.
    asksForCertificate: socket.getSharedSigalgs().length > 0,
  };
}

/** Tries the addresses in order inside one limit; what a person can act on best (refused, timed out) is the error. */
async function dialFirst(addresses: string[], port: number, limitMs: number, signal?: StopSignal): Promise<Socket> {
  const end = performance.now() + limitMs;
  let failure: unknown;
  for (const [index, address] of addresses.entries()) {
    const share = (end - performance.now()) / (addresses.length - index);
    if (share <= 0) break;
    try {
      return await dialTcp(address, port, share, signal);
    } catch (error) {
      if (failure === undefined || !isUnreachable(error)) failure = error;
      if (signal?.aborted) break;
    }
  }
  throw failure;
}

const isUnreachable = (error: unknown): boolean =>
  error instanceof GuardError && ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'EACCES'].includes(error.code);

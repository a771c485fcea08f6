import type { buildConnector } from 'undici';
import type { EgressAllow } from './allow.ts';
import { type ConnectorDeps, type ConnectorOptions, makeConnector } from './connector.ts';
import { GuardError } from './errors.ts';
import { resolveAllowed } from './resolve.ts';
import { defaultResolver, type Resolver, systemResolver } from './resolver.ts';
import { bareHost, checkUrl, effectivePort, type Rules, type UrlCheck } from './rules.ts';

export type GuardOptions = {
  /** Private targets the operator allows (`ALIVEMCP_EGRESS_ALLOW`). */
  allow?: EgressAllow;
  /** The CLI on its user's own machine: private addresses are fine, metadata services are not. */
  allowPrivate?: boolean;
  resolve?: Resolver;
  dnsTimeoutMs?: number;
  connectTimeoutMs?: number;
  /** PEM certificates trusted instead of the built-in roots. */
  ca?: string[];
};

/** The one way out: everything that connects to an address a stranger chose does it through this. */
export type Guard = {
  /** What can be said without DNS. */
  checkUrl(raw: string): UrlCheck;
  /** As `checkUrl`, and no answer of DNS may be private. A name that does not resolve is not refused. */
  checkAddress(raw: string): Promise<UrlCheck>;
  /** The `connect` option of an undici Client or Agent. Set `allowH2: false` beside it. */
  connector(options?: ConnectorOptions): buildConnector.connector;
};

export function createGuard(options: GuardOptions = {}): Guard {
  const dnsTimeoutMs = options.dnsTimeoutMs ?? 3000;
  const rules: Rules = { allow: options.allow, allowPrivate: options.allowPrivate };
  const deps: ConnectorDeps = {
    rules,
    resolve: options.resolve ?? (options.allowPrivate ? systemResolver : defaultResolver(dnsTimeoutMs)),
    dnsTimeoutMs,
    connectTimeoutMs: options.connectTimeoutMs ?? 4000,
    ca: options.ca,
  };
  return {
    checkUrl: (raw) => checkUrl(raw, rules),
    async checkAddress(raw) {
      const checked = checkUrl(raw, rules);
      if (!checked.ok) return checked;
      try {
        await resolveAllowed(bareHost(checked.url.hostname), effectivePort(checked.url), deps);
      } catch (error) {
        if (error instanceof GuardError && error.code === 'address_refused')
          return { ok: false, code: 'address_refused', message: error.message };
      }
      return checked;
    },
    connector: (connectorOptions = {}) => makeConnector(deps, connectorOptions),
  };
}

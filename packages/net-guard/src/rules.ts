import { isIP } from 'node:net';
import { classifyAddress } from './address.ts';
import { allowsAddress, allowsHost, type EgressAllow } from './allow.ts';
import { REFUSED_MESSAGE } from './errors.ts';
import { LOCAL_SUFFIXES, REFUSED_PORTS } from './ranges.ts';

export type Rules = { allow?: EgressAllow; allowPrivate?: boolean };

export type UrlCheck = { ok: true; url: URL } | { ok: false; code: 'url_invalid' | 'address_refused'; message: string };

const MAX_URL = 2048;
const MAX_HOST = 253;

const invalid = (message: string): UrlCheck => ({ ok: false, code: 'url_invalid', message });
const refusedUrl: UrlCheck = { ok: false, code: 'address_refused', message: REFUSED_MESSAGE };

/** The URL's host as a name or a bare address: no brackets, no trailing dot. */
export const bareHost = (hostname: string): string =>
  hostname.startsWith('[') ? hostname.slice(1, -1) : hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;

export const effectivePort = (url: URL): number =>
  url.port !== '' ? Number(url.port) : url.protocol === 'https:' ? 443 : 80;

/** Checks what can be known without asking DNS. Only strings the URL parser has normalised are judged. */
export function checkUrl(raw: string, rules: Rules): UrlCheck {
  if (raw.length > MAX_URL) return invalid(`the URL is longer than ${MAX_URL} characters`);
  const url = URL.parse(raw);
  if (url === null) return invalid('this is not a URL');
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return invalid('the URL must start with https:// or http://');
  if (url.username !== '' || url.password !== '') return invalid('the URL must not hold a user or password');
  if (url.hash !== '' || raw.includes('#')) return invalid('the URL must not have a #fragment');
  const host = bareHost(url.hostname);
  if (host === '' || host.length > MAX_HOST) return invalid('the URL has no usable host');

  const port = effectivePort(url);
  const listed = allowsHost(rules.allow, host, port);
  if (isIP(host) !== 0) return mayReach(host, port, rules) ? { ok: true, url } : refusedUrl;
  if (rules.allowPrivate || listed) return { ok: true, url };
  // With allowed networks a local name may be right: the address it resolves to decides.
  if (isLocalName(host) && rules.allow?.hasNets !== true) return refusedUrl;
  return isWebPort(port) || rules.allow?.hasNets === true ? { ok: true, url } : refusedUrl;
}

/** Whether this very address and port may be connected to, for a URL whose host is `host`. */
export function mayReach(address: string, port: number, rules: Rules, host = address): boolean {
  const kind = classifyAddress(address);
  if (kind === 'metadata') return false;
  if (rules.allowPrivate || allowsAddress(rules.allow, address) || allowsHost(rules.allow, host, port)) return true;
  return kind === 'public' && isWebPort(port);
}

const isWebPort = (port: number): boolean => port === 80 || port === 443 || (port >= 1024 && !REFUSED_PORTS.has(port));

/** Names that only a local network knows. A courtesy: the address check is what protects. */
export const isLocalName = (host: string): boolean =>
  !host.includes('.') || LOCAL_SUFFIXES.some((suffix) => host.endsWith(`.${suffix}`));

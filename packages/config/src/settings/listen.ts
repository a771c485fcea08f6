import { z } from 'zod';
import type { Reader } from '../reader.ts';
import { urlSchema } from '../url-schema.ts';

export type ListenSettings = {
  host: string;
  /** 0 means any free port. */
  port: number;
  /** The address people use, without a trailing slash. */
  publicUrl: string;
  /** True when `publicUrl` was derived: after listening on port 0, ask `defaultPublicUrl` again with the real one. */
  publicUrlIsDefault: boolean;
};

const host = z.string().regex(/^[\w.:-]+$/, 'must be a host name or an IP address');
const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535, 'must be a port from 0 to 65535')
  .transform(Number);
const publicUrl = urlSchema(['http:', 'https:'], 'https://status.example.com')
  .refine((text) => !URL.canParse(text) || isPlain(new URL(text)), 'must have no query, fragment or password')
  .transform((text) => text.replace(/\/+$/, ''));

export function readListen(reader: Reader): ListenSettings {
  const listen = { host: reader.read('HOST', host, '127.0.0.1'), port: reader.read('PORT', port, 3000) };
  const given = reader.read('PUBLIC_URL', publicUrl, '');
  return { ...listen, publicUrl: given || defaultPublicUrl(listen.host, listen.port), publicUrlIsDefault: !given };
}

/** The address that reaches a server listening on `host` and `port` from this machine. */
export function defaultPublicUrl(host: string, port: number): string {
  const reachable = { '0.0.0.0': '127.0.0.1', '::': '::1' }[host] ?? host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}

function isPlain(url: URL): boolean {
  return url.search === '' && url.hash === '' && url.username === '' && url.password === '';
}

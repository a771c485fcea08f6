import type { FailureClass } from '@alivemcp/contracts';
import type { ClassCases } from './class-case.ts';

const named = () => 'http://a.example:8080/mcp';
const failing = (code: string) => ({
  resolve: async () => {
    throw Object.assign(new Error(code), { code });
  },
});

/** Before the first byte of an answer. */
export const NETWORK = {
  'target.refused': [
    { name: 'a private address', guard: { allowPrivate: false } },
    {
      name: 'a name of a private address',
      dial: named,
      guard: { allowPrivate: false, resolve: async () => ['10.0.0.1'] },
    },
    { name: 'no URL', dial: () => 'ftp://a.example/', says: 'must start with https' },
  ],
  'dns.not_found': [{ name: 'NXDOMAIN', dial: named, guard: failing('ENOTFOUND') }],
  'dns.temporary': [{ name: 'SERVFAIL', dial: named, guard: failing('EAI_AGAIN') }],
  'dns.timeout': [
    { name: 'a resolver that gives up', dial: named, guard: failing('ETIMEOUT') },
    {
      name: 'a resolver that never answers',
      dial: named,
      guard: { resolve: () => new Promise(() => {}), dnsTimeoutMs: 100 },
    },
  ],
  'observer.resolver': [{ name: 'no resolver of our own', dial: named, guard: failing('ECONNREFUSED') }],
  'tcp.refused': [{ name: 'a closed port', dial: () => 'http://127.0.0.1:9/mcp' }],
  'tcp.timeout': [
    { name: 'SYNs without an answer', sleeper: 'full', linuxOnly: true, guard: { connectTimeoutMs: 150 } },
    { name: 'SYNs without an answer, to the end', sleeper: 'full', linuxOnly: true, target: { timeoutMs: 400 } },
  ],
  // The broadcast address of the loopback network: Linux knows no way to it for TCP, and sends nothing.
  'tcp.unreachable': [{ name: 'no route', dial: () => 'http://127.255.255.255:8080/mcp', linuxOnly: true }],
  'tcp.reset': [
    { name: 'reset', behaviour: { fault: 'reset' } },
    { name: 'FIN before an answer', behaviour: { fault: 'fin' } },
    { name: 'TLS on an http URL, and no word', tls: 'good', dial: (url) => url.replace('https:', 'http:') },
    { name: 'reset at tools/list', behaviour: { fault: 'reset', at: 'tools/list' } },
  ],
} satisfies Partial<Record<FailureClass, ClassCases>>;

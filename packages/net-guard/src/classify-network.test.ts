import { expect, it } from 'vitest';
import { classifyNetwork, type Stage } from './classify-network.ts';
import { GuardError } from './errors.ts';

const system = (code: string): Error => Object.assign(new Error(code), { code });

it.each([
  ['tcp', 'timeout', 'tcp.timeout'],
  ['tcp', 'ECONNREFUSED', 'tcp.refused'],
  ['tcp', 'ENETUNREACH', 'tcp.unreachable'],
  ['tcp', 'EHOSTUNREACH', 'tcp.unreachable'],
  ['tcp', 'EACCES', 'tcp.unreachable'],
  ['tcp', 'ECONNRESET', 'tcp.reset'],
  ['tcp', 'EMFILE', 'observer.overload'],
  ['tcp', 'ENETDOWN', 'observer.network'],
  ['tls', 'timeout', 'http.timeout_headers'],
  ['tls', 'ECONNRESET', 'tcp.reset'],
  ['tls', 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'tls.client_certificate'],
  ['tls', 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'tls.wrong_host'],
  ['tls', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'tls.untrusted'],
  ['dns', 'resolver_down', 'observer.resolver'],
  ['check', 'address_refused', 'target.refused'],
  ['dns', 'not_found', 'dns.not_found'],
  ['dns', 'temporary', 'dns.temporary'],
  ['dns', 'EMFILE', 'observer.overload'],
  ['tls', 'EMFILE', 'observer.overload'],
  ['tls', 'EHOSTUNREACH', 'tcp.unreachable'],
  ['tls', 'ETIMEDOUT', 'tcp.timeout'],
  ['tls', 'EPROTO', 'tls.protocol'],
  ['dns', 'timeout', 'dns.timeout'],
  ['tls', 'CERT_HAS_EXPIRED', 'tls.expired'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'tls.wrong_host'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'tls.self_signed'],
  ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls.untrusted'],
  ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls.not_tls'],
  ['tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls.protocol'],
] as const)('guard %s %s → %s', (phase, code, expected) => {
  expect(classifyNetwork(new GuardError(phase, code, ''), 'connect', true)).toBe(expected);
});

it.each<[string, Stage, string]>([
  ['UND_ERR_HEADERS_TIMEOUT', 'headers', 'http.timeout_headers'],
  ['UND_ERR_BODY_TIMEOUT', 'body', 'http.timeout_body'],
  ['UND_ERR_HEADERS_OVERFLOW', 'headers', 'limit.headers'],
  ['UND_ERR_SOCKET', 'headers', 'tcp.reset'],
  ['UND_ERR_SOCKET', 'body', 'http.truncated'],
  ['ERR_ASSERTION', 'headers', 'http.bad_framing'],
  ['HPE_INVALID_CONSTANT', 'headers', 'http.not_http'],
  ['HPE_INVALID_CHUNK_SIZE', 'headers', 'http.bad_framing'],
  ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 'headers', 'tls.client_certificate'],
])('undici %s at %s → %s', (code, stage, expected) => {
  expect(classifyNetwork(system(code), stage, true)).toBe(expected);
});

it('calls ours what nobody can name', () => {
  expect(classifyNetwork('odd', 'headers', false)).toBe('observer.network');
  expect(classifyNetwork(new Error('odd'), 'headers', false)).toBe('observer.network');
  expect(classifyNetwork(system('EODD'), 'headers', false)).toBe('observer.network');
});

import { GuardError } from '@alivemcp/net-guard';
import { expect, test } from 'vitest';
import { failureOfError } from './failure-of-error.ts';

test.each([
  ['check', 'address_refused', 'target.refused'],
  ['dns', 'not_found', 'dns.not_found'],
  ['dns', 'temporary', 'dns.temporary'],
  ['dns', 'timeout', 'dns.timeout'],
  ['dns', 'resolver_down', 'observer.resolver'],
  ['tcp', 'timeout', 'tcp.timeout'],
  ['tcp', 'ECONNREFUSED', 'tcp.refused'],
  ['tcp', 'EHOSTUNREACH', 'tcp.unreachable'],
  ['tcp', 'EMFILE', 'observer.overload'],
  ['tls', 'timeout', 'http.timeout_headers'],
  ['tls', 'ECONNRESET', 'tcp.reset'],
  ['tls', 'CERT_HAS_EXPIRED', 'tls.expired'],
  ['tls', 'ERR_TLS_CERT_ALTNAME_INVALID', 'tls.wrong_host'],
  ['tls', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'tls.self_signed'],
  ['tls', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'tls.untrusted'],
  ['tls', 'ERR_SSL_WRONG_VERSION_NUMBER', 'tls.not_tls'],
  ['tls', 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls.protocol'],
] as const)('%s %s → %s', (phase, code, expected) => {
  expect(failureOfError(new GuardError(phase, code, 'no connection'))).toBe(expected);
});

test('what nobody can name is ours', () => {
  expect(failureOfError('odd')).toBe('observer.network');
  expect(failureOfError(new Error('odd'))).toBe('observer.network');
  expect(failureOfError(Object.assign(new Error('odd'), { code: 'EODD' }))).toBe('observer.network');
});

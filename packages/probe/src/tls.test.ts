import { type CertificateKind, createAuthority, type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { expect, it } from 'vitest';
import { check } from './testing.ts';

const authority = createAuthority();

async function withFixture<T>(
  options: Parameters<typeof startFixture>[1],
  work: (fixture: Fixture) => Promise<T>,
): Promise<T> {
  const fixture = await startFixture({}, options);
  try {
    return await work(fixture);
  } finally {
    await fixture.close();
  }
}
const trusting = { ca: [authority.ca] };

it('reads the certificate of a healthy server', async () => {
  await withFixture({ tls: authority.issue('expiring') }, async ({ url }) => {
    const result = await check(url, {}, trusting);
    expect(result).toMatchObject({ outcome: 'up', certificate: { daysLeft: 4 } });
    expect(result.phases.map((p) => p.name).slice(0, 3)).toEqual(['dns', 'tcp', 'tls']);
  });
});

it.each<[CertificateKind, string]>([
  ['expired', 'tls.expired'],
  ['not-yet-valid', 'tls.not_yet_valid'],
  ['wrong-host', 'tls.wrong_host'],
  ['self-signed', 'tls.self_signed'],
])('a certificate that is %s', async (kind, failureClass) => {
  await withFixture({ tls: authority.issue(kind) }, async ({ url }) => {
    expect(await check(url, {}, trusting)).toMatchObject({ class: failureClass, outcome: 'down', attempts: 1 });
  });
});

it('an authority nobody knows', async () => {
  await withFixture({ tls: authority.issue('good') }, async ({ url }) => {
    expect(await check(url)).toMatchObject({ class: 'tls.untrusted' });
  });
});

it('TLS 1.1 only', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  await withFixture({ tls: { ...authority.issue('good'), ...old } }, async ({ url }) => {
    expect(await check(url, {}, trusting)).toMatchObject({ class: 'tls.protocol' });
  });
});

it('a client certificate demanded', async () => {
  const tls = { ...authority.issue('good'), ca: authority.ca, requestCert: true, rejectUnauthorized: true };
  await withFixture({ tls }, async ({ url }) => {
    const result = await check(url, { timeoutMs: 1500 }, trusting);
    expect(result).toMatchObject({ class: 'tls.client_certificate', outcome: 'down' });
  });
});

it('plain HTTP on an https URL, and TLS on an http URL', async () => {
  await withFixture({}, async ({ url }) => {
    expect(await check(url.replace('http:', 'https:'))).toMatchObject({ class: 'tls.not_tls' });
  });
  await withFixture({ tls: authority.issue('good') }, async ({ url }) => {
    const result = await check(url.replace('https:', 'http:'), { timeoutMs: 1500 });
    expect(['http.not_http', 'tcp.reset']).toContain(result.class);
  });
});

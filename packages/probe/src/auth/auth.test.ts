import type { ProbeAuth } from '@alivemcp/contracts';
import { createGuard } from '@alivemcp/net-guard';
import { type AuthDemand, type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { probe } from '../probe.ts';
import { check, target } from '../testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => {
  fixture.requests.length = 0;
});
afterAll(() => fixture.close());

// A guard of its own each time: walks and tokens are remembered with it.
const ask = (auth: ProbeAuth = { type: 'none' }) => check(fixture.url, { auth }, {});

describe('a stranger', () => {
  it.each<[AuthDemand['metadata'], string, string]>([
    ['whole', 'auth.required', 'up'],
    ['plain', 'auth.required', 'up'],
    ['bare', 'auth.undiscoverable', 'degraded'],
    ['missing', 'auth.metadata_broken', 'degraded'],
    ['not-json', 'auth.metadata_broken', 'degraded'],
    ['other-resource', 'auth.metadata_broken', 'degraded'],
    ['no-servers', 'auth.metadata_broken', 'degraded'],
    ['other-issuer', 'auth.metadata_broken', 'degraded'],
    ['no-s256', 'auth.metadata_broken', 'degraded'],
  ])('metadata %s → %s', async (metadata, failureClass, outcome) => {
    fixture.set({ auth: { metadata } });
    expect(await ask()).toMatchObject({ class: failureClass, outcome, posture: 'auth_required' });
  });

  it('sees a late demand', async () => {
    fixture.set({ auth: { only: 'tools/list' } });
    expect(await ask()).toMatchObject({ class: 'auth.late', outcome: 'up', posture: 'auth_required' });
  });

  it('walks the metadata once an hour, not once a probe', async () => {
    fixture.set({ auth: {} });
    const guard = createGuard({ allowPrivate: true });
    await probe(target(fixture.url), { guard });
    fixture.requests.length = 0;
    await probe(target(fixture.url), { guard });
    expect(fixture.requests.map((r) => r.path)).toEqual(['/mcp']);
  });
});

describe('a credential', () => {
  it('bearer', async () => {
    fixture.set({ auth: { tokens: ['good-token'] } });
    expect(await ask({ type: 'bearer', token: 'good-token' })).toMatchObject({
      outcome: 'up',
      class: null,
      posture: 'credentialed',
    });
    expect(await ask({ type: 'bearer', token: 'bad-token' })).toMatchObject({
      outcome: 'up',
      class: 'auth.rejected',
      posture: 'credential_rejected',
    });
  });

  it('header', async () => {
    fixture.set({ auth: { header: { name: 'X-Api-Key', value: 'k-123456' } } });
    expect(await ask({ type: 'header', name: 'X-Api-Key', value: 'k-123456' })).toMatchObject({
      posture: 'credentialed',
    });
    expect(await ask({ type: 'header', name: 'Host', value: 'evil.example' })).toMatchObject({
      class: 'auth.rejected',
    });
    expect(await ask({ type: 'header', name: 'X-Api-Key', value: 'a\r\nb: c' })).toMatchObject({
      class: 'auth.rejected',
    });
  });

  it('with too small a scope', async () => {
    fixture.set({ auth: { scope: true } });
    expect(await ask({ type: 'bearer', token: 'weak-token' })).toMatchObject({
      class: 'auth.scope',
      posture: 'credential_rejected',
    });
  });

  it('rejected inside HTTP 200', async () => {
    fixture.set({ fault: 'rpc-unauthorized' });
    expect(await ask({ type: 'bearer', token: 'x-token' })).toMatchObject({
      class: 'auth.jsonrpc_unauthorized',
      posture: 'credential_rejected',
    });
  });
});

describe('client credentials', () => {
  const auth: ProbeAuth = { type: 'oauth_client_credentials', clientId: 'probe', clientSecret: 's3cret-value' };
  const tokens = () => fixture.requests.filter((r) => r.path === '/token');

  it('are discovered, exchanged once, and the token reused', async () => {
    fixture.set({ auth: { clients: { probe: 's3cret-value' } } });
    const guard = createGuard({ allowPrivate: true });
    const first = await probe(target(fixture.url, { auth }), { guard });
    expect(first).toMatchObject({ outcome: 'up', posture: 'credentialed' });
    expect(first.phases.some((p) => p.name === 'auth' && p.ok)).toBe(true);
    expect(await probe(target(fixture.url, { auth }), { guard })).toMatchObject({ outcome: 'up' });
    expect(tokens()).toHaveLength(1);
    expect(new URLSearchParams(tokens()[0]?.body).get('resource')).toBe(fixture.url);
    fixture.forgetTokens();
    expect(await probe(target(fixture.url, { auth }), { guard })).toMatchObject({ outcome: 'up' });
    expect(tokens()).toHaveLength(2);
  });

  it('work with a token URL and the secret in the body', async () => {
    fixture.set({ auth: { clients: { probe: 's3cret-value' }, metadata: 'plain', secretInBody: true } });
    const tokenUrl = new URL('/token', fixture.url).href;
    expect(await ask({ ...auth, tokenUrl })).toMatchObject({ outcome: 'up', posture: 'credentialed' });
  });

  it('that fail are no downtime, unless the server is down', async () => {
    fixture.set({ auth: { clients: {} } });
    const result = await ask(auth);
    expect(result).toMatchObject({ outcome: 'up', class: 'auth.token_endpoint', posture: 'credential_rejected' });
    expect(JSON.stringify(result)).not.toContain('s3cret-value');
    fixture.set({ auth: { clients: {} }, fault: { status: 500 } });
    expect(await ask(auth)).toMatchObject({ outcome: 'down', class: 'http.server_error' });
  });
});

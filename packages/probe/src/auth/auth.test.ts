import type { ProbeAuth } from '@alivemcp/contracts';
import { createGuard } from '@alivemcp/net-guard';
import { createAuthority, type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
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
  it('is asked for credentials, by the status and not by a header', async () => {
    for (const metadata of ['whole', 'bare', 'missing'] as const) {
      fixture.set({ auth: { metadata } });
      expect(await ask()).toMatchObject({ posture: 'auth_required' });
    }
    const body = JSON.stringify({
      jsonrpc: '2.0',
      id: 2,
      result: { tools: [{ name: 'x', inputSchema: { type: 'object' } }] },
    });
    const headers = { 'content-type': 'application/json', 'www-authenticate': 'Bearer realm="not really"' };
    fixture.set({ fault: { status: 200, headers, body }, at: 'tools/list' });
    expect(await ask()).toMatchObject({ outcome: 'up', posture: 'open', class: null });
  });

  it('walks read-only: documents only, by GET, without a credential', async () => {
    fixture.set({ auth: {} });
    await ask();
    const walked = fixture.requests.filter((r) => r.path !== '/mcp');
    expect(walked.map((r) => `${r.method} ${r.path}`)).toEqual([
      'GET /.well-known/oauth-protected-resource/mcp',
      'GET /.well-known/oauth-authorization-server',
    ]);
    for (const { headers } of walked) expect(headers.authorization).toBeUndefined();
  });

  it('finds the metadata without a header: with the path, then at the root, then as 2025-03-26 has it', async () => {
    fixture.set({ auth: { metadata: 'bare' } });
    await ask();
    expect(fixture.requests.map((r) => r.path).slice(1)).toEqual([
      '/.well-known/oauth-protected-resource/mcp',
      '/.well-known/oauth-protected-resource',
      '/.well-known/oauth-authorization-server',
    ]);
  });

  it('tries OpenID Connect discovery, too', async () => {
    const issuer = new URL('/tenant', fixture.url).href;
    fixture.set({ auth: { resource: { authorization_servers: [issuer] } } });
    expect(await ask()).toMatchObject({
      class: 'auth.metadata_broken',
      summary: expect.stringContaining('has no metadata'),
    });
    expect(fixture.requests.map((r) => r.path).slice(2)).toEqual([
      '/.well-known/oauth-authorization-server/tenant',
      '/.well-known/openid-configuration/tenant',
      '/tenant/.well-known/openid-configuration',
    ]);
  });

  it('is not led to addresses of our own', async () => {
    for (const pointer of [
      'http://169.254.169.254/latest',
      'http://[::1',
      'file:///etc/passwd',
      'http://user:a@127.0.0.1/',
    ]) {
      fixture.set({ auth: { pointer } });
      expect(await ask()).toMatchObject({
        class: 'auth.metadata_broken',
        summary: expect.stringContaining('nobody may ask'),
      });
    }
    fixture.set({ auth: { resource: { authorization_servers: ['http://169.254.169.254'] } } });
    expect(await ask()).toMatchObject({
      class: 'auth.metadata_broken',
      summary: expect.stringContaining('nobody may ask'),
    });
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
  const auth: Extract<ProbeAuth, { type: 'oauth_client_credentials' }> = {
    type: 'oauth_client_credentials',
    clientId: 'probe',
    clientSecret: 's3cret-value',
  };
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

  it('the token is fetched anew shortly before it expires', async () => {
    fixture.set({ auth: { clients: { probe: 's3cret-value' }, expiresInS: 600 } });
    const guard = createGuard({ allowPrivate: true });
    const at = Date.now();
    const fetchedBy = async (seconds: number) => {
      vi.setSystemTime(at + seconds * 1000);
      expect(await probe(target(fixture.url, { auth }), { guard })).toMatchObject({ outcome: 'up' });
      return tokens().length;
    };
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      expect(await fetchedBy(0)).toBe(1);
      expect(await fetchedBy(560)).toBe(1);
      expect(await fetchedBy(575)).toBe(2);
      fixture.set({ auth: { clients: { probe: 's3cret-value' }, expiresInS: 20 } });
      fixture.forgetTokens();
      expect(await fetchedBy(576)).toBe(3);
      expect(await fetchedBy(585)).toBe(3);
      expect(await fetchedBy(587)).toBe(4);
    } finally {
      vi.useRealTimers();
    }
  });

  it('one secret is never used for another client, server or scope', async () => {
    fixture.set({ auth: { clients: { probe: 's3cret-value', other: 's3cret-value' } } });
    const guard = createGuard({ allowPrivate: true });
    const as = (more: Partial<typeof auth>, url = fixture.url) =>
      probe(target(url, { auth: { ...auth, ...more } }), { guard });
    await as({});
    await as({ clientId: 'other' });
    await as({ scope: 'tools:read' });
    await as({}, `${fixture.url}?tenant=2`);
    expect(tokens()).toHaveLength(4);
    expect(new URLSearchParams(tokens()[2]?.body).get('scope')).toBe('tools:read');
  });

  it('a secret goes where it went first, and not wherever the server points later', async () => {
    const other = await startFixture({ auth: { clients: { probe: 's3cret-value' } } });
    try {
      fixture.set({ auth: { clients: { probe: 's3cret-value' }, expiresInS: 1 } });
      const guard = createGuard({ allowPrivate: true });
      expect(await probe(target(fixture.url, { auth }), { guard })).toMatchObject({ outcome: 'up' });
      fixture.set({
        auth: { clients: { probe: 's3cret-value' }, issuer: { token_endpoint: new URL('/token', other.url).href } },
      });
      fixture.forgetTokens();
      const result = await probe(target(fixture.url, { auth }), { guard });
      expect(result).toMatchObject({
        class: 'auth.token_endpoint',
        summary: expect.stringContaining('another authorization server'),
      });
      expect(other.requests).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('a secret does not fall back behind https', async () => {
    const authority = createAuthority();
    const plain = await startFixture({ auth: { clients: { probe: 's3cret-value' } } });
    const secure = await startFixture({}, { tls: authority.issue('good') });
    const askSecure = (issuer: Record<string, unknown>, as: ProbeAuth = auth) => {
      secure.set({ auth: { clients: { probe: 's3cret-value' }, issuer } });
      return check(secure.url, { auth: as }, { ca: [authority.ca] });
    };
    try {
      expect(await askSecure({})).toMatchObject({ outcome: 'up', posture: 'credentialed' });
      const weaker = { token_endpoint: new URL('/token', plain.url).href };
      expect(await askSecure(weaker)).toMatchObject({
        class: 'auth.token_endpoint',
        summary: expect.stringContaining('not on https'),
      });
      expect(plain.requests).toEqual([]);
      expect(await askSecure(weaker, { type: 'none' })).toMatchObject({ class: 'auth.metadata_broken' });
      const login = { authorization_endpoint: 'http://127.0.0.1/authorize' };
      expect(await askSecure(login, { type: 'none' })).toMatchObject({ class: 'auth.metadata_broken' });
      // What only a person needs does not stop a machine.
      expect(await askSecure(login)).toMatchObject({ outcome: 'up', posture: 'credentialed' });
    } finally {
      await plain.close();
      await secure.close();
    }
  });

  it('a token endpoint that redirects is not followed', async () => {
    const elsewhere = await startFixture();
    try {
      fixture.set({ auth: { clients: {} }, at: 'POST', fault: { status: 401 } });
      const redirecting = await startFixture({ fault: { status: 307, headers: { location: elsewhere.url } } });
      const result = await ask({ ...auth, tokenUrl: redirecting.url });
      await redirecting.close();
      expect(result).toMatchObject({ class: 'auth.token_endpoint', summary: expect.stringContaining('HTTP 307') });
      expect(elsewhere.requests).toEqual([]);
    } finally {
      await elsewhere.close();
    }
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

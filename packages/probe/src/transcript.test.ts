import { cleanText } from '@alivemcp/contracts';
import { type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRedactor } from './redact.ts';
import { check } from './testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

it('shows the failing exchange', async () => {
  fixture.set({ fault: { status: 500, headers: { 'x-trace': 'abc' }, body: 'Traceback: boom' } });
  const { transcript } = await check(fixture.url);
  expect(transcript?.request).toMatchObject({ method: 'POST', url: fixture.url });
  expect(transcript?.request.body).toContain('"method":"initialize"');
  expect(transcript?.response).toMatchObject({ status: 500, body: 'Traceback: boom', truncated: false });
  expect(transcript?.response?.headers['x-trace']).toBe('abc');
});

it('never shows a secret, wherever the server puts it', async () => {
  const token = 'tk_live_0123456789';
  fixture.set({
    fault: {
      status: 500,
      headers: { 'set-cookie': 'sid=topsecret', 'x-echo': `Bearer ${token}` },
      body: `bad token ${token}\u202e, {"access_token":"zzzzzzzz"} eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln ${'x'.repeat(9000)}`,
    },
  });
  const result = await check(`${fixture.url}?api_key=querysecret&a=b`, { auth: { type: 'bearer', token } });
  const text = JSON.stringify(result);
  for (const secret of [token, 'topsecret', 'zzzzzzzz', 'eyJhbG', 'querysecret', '\u202e'])
    expect(text).not.toContain(secret);
  expect(result.transcript?.request.headers.authorization).toBe('[redacted]');
  expect(result.transcript?.request.url).toContain('a=b');
  expect(result.transcript?.response?.body?.length).toBeLessThanOrEqual(4096);
  expect(result.transcript?.response?.truncated).toBe(true);
});

it('masks a custom header, the session id and what the server says about them', async () => {
  const value = 'plain-value-123';
  const error = JSON.stringify({ jsonrpc: '2.0', id: 2, error: { code: -32603, message: `cannot use ${value}` } });
  fixture.set({
    fault: { status: 200, headers: { 'content-type': 'application/json' }, body: error },
    at: 'tools/list',
  });
  const result = await check(fixture.url, { auth: { type: 'header', name: 'X-Mine', value } });
  expect(result.class).toBe('mcp.error_response');
  expect(JSON.stringify(result)).not.toContain(value);
  expect(result.transcript?.request.headers).toMatchObject({ 'x-mine': '[redacted]', 'mcp-session-id': '[redacted]' });
});

describe('a secret is found however the server spells it', () => {
  const token = 'tk/live"0123 ü456789';
  const escaped = (text: string) =>
    [...text].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const around = `id:${token}!`;
  it.each<[string, string]>([
    ['as it is', token],
    ['as JSON', JSON.stringify({ token })],
    ['as JSON in JSON', JSON.stringify(JSON.stringify({ token }))],
    ['in escapes of JSON', escaped(token)],
    ['in part', token.slice(0, 5) + escaped(token.slice(5, 9)) + token.slice(9)],
    ['with slashes escaped', token.replaceAll('/', '\\/')],
    ['percent-encoded', encodeURIComponent(token)],
    ['percent-encoded in lower case', encodeURIComponent(token).toLowerCase()],
    ['as a form', new URLSearchParams({ t: token }).toString()],
    ['in every byte', [...Buffer.from(token)].map((b) => `%${b.toString(16)}`).join('')],
    ['as HTML', token.replaceAll('"', '&quot;').replaceAll('/', '&#47;').replaceAll('ü', '&#xFC;')],
    ['in base64', Buffer.from(token).toString('base64')],
    ['in base64 of more', Buffer.from(around).toString('base64')],
    ['in base64 of other more', Buffer.from(`a${around}b`).toString('base64')],
    ['in base64 for URLs', Buffer.from(`ab${around}`).toString('base64url')],
    ['with hidden characters between', [...token].join('\u200b')],
  ])('%s', (_name, body) => {
    const shown = createRedactor([token]).text(cleanText(`before ${body} after`));
    expect(shown).toMatch(/^before .*\[redacted\].* after$/);
    for (const piece of ['0123', 'live', escaped('live'), Buffer.from(token).toString('base64').slice(4, 16)])
      expect(shown).not.toContain(piece);
  });

  it('in time, whatever the text', () => {
    const hostile = ['\\\\', '%', '&', '\\\\u', '+', '\\\\u005c', token.slice(0, 7)];
    for (const piece of hostile) {
      const text = piece.repeat(16_384 / piece.length);
      expect(createRedactor([token, '\\\\'.repeat(200)]).text(`${text}${escaped(token)}`)).not.toContain('0030');
    }
  });

  it('shortened', () => {
    const redact = createRedactor(['tk_live_0123456789']);
    expect(redact.text('bad token tk_live_01…')).toBe('bad token [redacted]…');
    expect(redact.text('well…')).toBe('well…');
  });
});

it('a secret at the end of what is shown is not cut in two', async () => {
  const token = 'tk_live_0123456789';
  fixture.set({ fault: { status: 500, body: `${'x'.repeat(4090)}${token}${'y'.repeat(20_000)}` } });
  const { transcript } = await check(fixture.url, { auth: { type: 'bearer', token } });
  expect(transcript?.response?.body).toHaveLength(4096);
  expect(transcript?.response?.body).not.toContain('tk_');
});

it('hidden characters in a header do not hide a secret', async () => {
  const token = 'tk_live_0123456789';
  const split = `${token.slice(0, 5)}\u00ad${token.slice(5)}`;
  fixture.set({ fault: { status: 500, headers: { 'x-echo': split, 'x-rtl': 'a\u0085b' }, body: '' } });
  const { transcript } = await check(fixture.url, { auth: { type: 'bearer', token } });
  expect(transcript?.response?.headers).toMatchObject({ 'x-echo': '[redacted]', 'x-rtl': 'ab' });
});

it('a secret in the URL, and its echo, are masked', async () => {
  const url = `${fixture.url}?apiToken=query%2Fsecret&tenant=acme`;
  fixture.set({
    fault: {
      status: 302,
      headers: { location: '/login?next=/mcp&session_key=hunter22&lang=en' },
      body: 'query/secret of acme',
    },
  });
  const result = await check(url);
  const text = JSON.stringify(result);
  for (const secret of ['query/secret', 'query%2Fsecret', 'hunter22']) expect(text).not.toContain(secret);
  expect(result.transcript?.request.url).toContain('tenant=acme');
  expect(result.summary).toContain('lang=en');
});

it('what a server says about its challenge is shown, without the token', async () => {
  const token = 'tk_live_0123456789';
  const headers = {
    'www-authenticate': `Bearer error="invalid_token", error_description="${token} expired"`,
    'set-cookie': ['a=topsecret', 'b=topsecret'],
  };
  fixture.set({ fault: { status: 401, headers } });
  const { transcript } = await check(fixture.url, { auth: { type: 'bearer', token } });
  expect(transcript?.response?.headers).toMatchObject({
    'www-authenticate': 'Bearer error="invalid_token", error_description="[redacted] expired"',
    'set-cookie': '[redacted]',
  });
});

it('the password of a Basic credential is masked by itself', async () => {
  const value = `Basic ${Buffer.from('probe:pass-0123').toString('base64')}`;
  fixture.set({ fault: { status: 500, body: 'no user probe with pass-0123' } });
  const { transcript } = await check(fixture.url, { auth: { type: 'header', name: 'Authorization', value } });
  expect(transcript?.response?.body).toBe('no user probe with [redacted]');
});

it('a token of ours is masked in the sentence, too', async () => {
  const auth = { type: 'oauth_client_credentials', clientId: 'probe', clientSecret: 's3cret-value' } as const;
  fixture.set({ auth: { clients: { probe: 's3cret-value' } }, fault: 'rpc-echo', at: 'tools/list' });
  const result = await check(fixture.url, { auth }, {});
  expect(result).toMatchObject({ class: 'mcp.error_response', summary: expect.stringContaining('[redacted]') });
  expect(JSON.stringify(result)).not.toMatch(/tok-[\da-f]/);
});

it('redacts by value, header name and pattern', () => {
  const redact = createRedactor(['s3cr3t']);
  expect(redact.text('a s3cr3t b Basic dXNlcjpwYXNz')).toBe('a [redacted] b Basic [redacted]');
  expect(redact.headers({ 'X-API-Key': '1', Cookie: 'a', accept: 's3cr3t' })).toEqual({
    'X-API-Key': '[redacted]',
    Cookie: '[redacted]',
    accept: '[redacted]',
  });
  expect(redact.url('https://a.example/x?token=1&b=2')).toBe('https://a.example/x?token=[redacted]&b=2');
});

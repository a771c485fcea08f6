import { type Fixture, startFixture } from '@alivemcp/testkit/mcp';
import { afterAll, beforeAll, expect, it } from 'vitest';
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

import { createHash } from 'node:crypto';
import { ERRORS } from '@alivemcp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, KEY, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const send = (payload: string, contentType?: string) =>
  test.app.inject({
    method: 'POST',
    url: '/api/v1/servers',
    headers: { authorization: `Bearer ${KEY}`, ...(contentType && { 'content-type': contentType }) },
    payload,
  });

it.each([
  ['malformed JSON', '{"url":', 'application/json', 'bad_request'],
  ['prototype poison', '{"__proto__":{"a":1}}', 'application/json', 'bad_request'],
  ['no body', '', 'application/json', 'invalid'],
  ['an array', '[]', 'application/json', 'invalid'],
  ['a form', 'url=x', 'application/x-www-form-urlencoded', 'unsupported_media_type'],
  ['plain text', 'x', 'text/plain', 'unsupported_media_type'],
  ['a body that is too large', `{"url":"${'x'.repeat(256 * 1024)}"}`, 'application/json', 'payload_too_large'],
] as const)('answers %s with a problem', async (_name, payload, contentType, code) => {
  const answer = await send(payload, contentType);
  const { status, title } = ERRORS[code];
  expect(answer.statusCode).toBe(status);
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.json()).toMatchObject({
    ...{ type: `/docs/errors#${code}`, title, status, code, detail: expect.any(String), errors: expect.any(Array) },
    requestId: answer.headers['x-request-id'],
  });
});

it.each(['/nothing', '/api/v1/nothing', '/api/v1/servers/%ff', '/%', `/badge/${'x'.repeat(500)}.svg`])(
  'answers %s with a problem',
  async (url) => {
    const answer = await test.app.inject(url);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['x-request-id']).toBeTruthy();
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json()).toMatchObject({ status: answer.statusCode, requestId: answer.headers['x-request-id'] });
  },
);

it('keeps what it did not expect to itself, and logs it with the request id', async () => {
  const broken = await createTestApp({ empty: true });
  await broken.services.database.close();
  const answer = await broken.app.inject({ url: '/api/v1/servers', headers: { authorization: `Bearer ${KEY}` } });
  expect(answer.json()).toMatchObject({ status: 500, code: 'internal' });
  expect(answer.body).not.toMatch(/pool|select|query/i);
  const line = broken.lines.find((text) => text.includes('unexpected error')) ?? '';
  expect(line).toContain(answer.json().requestId);
  // Not even the values of the statement that failed.
  expect(line).toContain('api_key');
  expect(line).not.toContain(createHash('sha256').update(KEY).digest('hex'));
  expect(line).not.toContain(KEY);
  await broken.close();
});

it('logs the path of a request, never its query, its key or its body', async () => {
  await test.ask('POST', '/api/v1/servers?secret=in-the-query', { url: 'in-the-body', auth: 'x' });
  const logged = test.lines.join('');
  expect(logged).toContain('"path":"/api/v1/servers"');
  for (const secret of ['in-the-query', 'in-the-body', KEY]) expect(logged).not.toContain(secret);
});

it('lists every error where their types lead', async () => {
  const page = await test.app.inject('/docs/errors');
  for (const code of Object.keys(ERRORS)) expect(page.body).toContain(`id="${code}"`);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

describe('ETag', () => {
  it('spares who has it already the body', async () => {
    await test.register();
    const first = await test.ask('GET', '/api/v1/servers');
    expect(first.headers).toMatchObject({
      'cache-control': 'private, no-cache',
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
    for (const known of [first.headers.etag, `"old", W/${first.headers.etag}`, '*']) {
      const again = await test.ask('GET', '/api/v1/servers', undefined, { 'if-none-match': known });
      expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag]);
    }
    const other = await test.ask('GET', '/api/v1/servers', undefined, { 'if-none-match': '"old"' });
    expect(other.statusCode).toBe(200);
  });

  it('is not on errors', async () => {
    const answer = await test.ask('GET', '/api/v1/servers?limit=0', undefined, { 'if-none-match': '*' });
    expect([answer.statusCode, answer.headers.etag]).toEqual([422, undefined]);
  });
});

describe('Idempotency-Key', () => {
  const post = (key: string, body: object, url = '/api/v1/servers') =>
    test.ask('POST', url, body, { 'idempotency-key': key });

  it('gives a repetition the first answer and does nothing', async () => {
    const body = { url: 'https://once.example.com/mcp' };
    const first = await post('one', body);
    const second = await post('one', body);
    expect([first.statusCode, second.statusCode]).toEqual([201, 201]);
    expect(second.body).toBe(first.body);
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([
      undefined,
      'true',
    ]);
    expect((await post('another', body)).statusCode).toBe(409);
  });

  it('refuses the key for another body', async () => {
    await post('two', { url: 'https://two.example.com/mcp' });
    const answer = await post('two', { url: 'https://three.example.com/mcp' });
    expect(answer.json()).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
  });

  it('belongs to one address: the same key elsewhere is another request', async () => {
    const [a, b] = [
      await test.register({ url: 'https://a.example.com/' }),
      await test.register({ url: 'https://b.example.com/' }),
    ];
    expect((await post('pause', {}, `/api/v1/servers/${a.id}/pause`)).json()).toMatchObject({ id: a.id });
    expect((await post('pause', {}, `/api/v1/servers/${b.id}/pause`)).json()).toMatchObject({ id: b.id });
  });

  it('keeps no failure: what changed nothing may be tried again', async () => {
    const { id, url } = await test.register({ url: 'https://taken.example.com/' });
    expect((await post('again', { url })).statusCode).toBe(409);
    await test.ask('DELETE', `/api/v1/servers/${id}`);
    expect((await post('again', { url })).statusCode).toBe(201);
  });

  it('must be printable and short', async () => {
    expect((await post('x'.repeat(256), {})).json()).toMatchObject({ status: 422 });
    expect((await post('x'.repeat(256), { url: 'https://long.example.com/' })).json()).toMatchObject({ status: 400 });
  });
});

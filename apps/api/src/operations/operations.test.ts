import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp({ empty: true });
});
afterAll(() => test.close());

const get = (url: string) => test.app.inject(url);

it('counts answers by route, not by address', async () => {
  await get('/badge/some-slug.svg');
  await get('/no/such/place');
  const metrics = await get('/metrics');
  expect(metrics.headers['content-type']).toContain('text/plain');
  expect(metrics.body).toContain('alivemcp_http_requests_total{method="GET",route="/badge/:slug.svg",status="200"} 1');
  expect(metrics.body).toContain('route="none",status="404"');
  expect(metrics.body).not.toContain('some-slug');
});

it('is ready while the database answers', async () => {
  expect((await get('/readyz')).json()).toEqual({ status: 'ok' });
  await test.services.database.close();
  const answer = await get('/readyz');
  expect(answer.json()).toMatchObject({ status: 503, code: 'unavailable' });
  expect((await get('/healthz')).json()).toEqual({ status: 'ok' });
});

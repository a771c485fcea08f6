import { EVENT_TYPES } from '@alivemcp/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

type Operation = {
  operationId?: string;
  summary?: string;
  tags?: string[];
  security?: object[];
  parameters?: { name: string; in: string }[];
  requestBody?: object;
  responses: Record<string, { description: string; content?: Record<string, object> }>;
};
type Document = {
  openapi: string;
  info: { version: string };
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, object>; securitySchemes: Record<string, object> };
};

const ROUTES = [
  ...['GET', 'POST'].map((method) => `${method} /api/v1/servers`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/v1/servers/{id}`),
  ...['pause', 'resume', 'probe'].map((action) => `POST /api/v1/servers/{id}/${action}`),
  ...[
    'probes',
    'latency',
    'uptime',
    'tools',
    'tools/history',
    'contract',
    'changelog.md',
    'drift',
    'drift/{driftId}',
  ].map((view) => `GET /api/v1/servers/{id}/${view}`),
  'POST /api/v1/servers/{id}/drift/{driftId}/accept',
  ...['GET', 'POST'].map((method) => `${method} /api/v1/incidents`),
  ...['GET', 'PATCH'].map((method) => `${method} /api/v1/incidents/{id}`),
  ...['acknowledge', 'updates'].map((action) => `POST /api/v1/incidents/{id}/${action}`),
  ...['GET', 'POST'].map((method) => `${method} /api/v1/channels`),
  'GET /api/v1/channel-types',
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/v1/channels/{id}`),
  ...['test', 'rotate-secret', 'replay'].map((action) => `POST /api/v1/channels/{id}/${action}`),
  ...['GET /api/v1/deliveries', 'GET /api/v1/deliveries/{id}', 'POST /api/v1/deliveries/{id}/replay'],
  ...['GET', 'PUT'].map((method) => `${method} /api/v1/rules`),
  ...['GET', 'PUT', 'DELETE'].map((method) => `${method} /api/v1/servers/{id}/rules`),
  ...['POST', 'DELETE'].map((method) => `${method} /api/v1/servers/{id}/mute`),
  ...['GET', 'POST'].map((method) => `${method} /api/v1/status-pages`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/v1/status-pages/{id}`),
  ...['GET', 'POST'].map((method) => `${method} /api/v1/maintenance`),
  ...['GET', 'PATCH', 'DELETE'].map((method) => `${method} /api/v1/maintenance/{id}`),
  'POST /api/v1/maintenance/{id}/end',
  ...['GET /api/v1/gates', 'POST /api/v1/gates', 'GET /api/v1/gates/{id}'],
  'GET /api/v1/housekeeping',
  'GET /api/v1/regions',
  'GET /api/v1/reports/sla',
  ...['GET /api/v1/keys', 'POST /api/v1/keys', 'DELETE /api/v1/keys/{id}'],
  'GET /api/v1/live',
  ...['POST', 'GET', 'DELETE'].map((method) => `${method} /api/v1/session`),
  ...['GET', 'POST'].map((method) => `${method} /api/v1/setup`),
  ...[
    'GET /badge/{slug}.svg',
    'GET /badge/{slug}.json',
    'GET /api/embed-status/{slug}',
    'GET /s/{slug}',
    'GET /s/{slug}/changelog.atom',
    'GET /s/{slug}/changelog.md',
    'GET /s/{slug}/feed.atom',
  ],
  ...['GET /status/{page}', 'GET /status/{page}/feed.atom'],
  ...['summary', 'status', 'components', 'incidents', 'scheduled-maintenances'].map(
    (name) => `GET /status/{page}/api/v2/${name}.json`,
  ),
  ...['healthz', 'readyz', 'metrics', 'openapi.json'].map((name) => `GET /${name}`),
];

let test: TestApp;
let document: Document;

beforeAll(async () => {
  test = await createTestApp({ empty: true });
  document = (await test.app.inject('/openapi.json')).json();
});
afterAll(() => test.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

it('is OpenAPI 3.1 with our version', () => {
  expect(document.openapi).toBe('3.1.0');
  expect(document.info.version).toBe('9.9.9');
});

it('documents every route of the contract, and no route that is not there', () => {
  const documented = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
  expect(documented.sort()).toEqual([...ROUTES].sort());
  for (const { path, method } of operations()) {
    const url = path.replaceAll(/\{(\w+)\}/g, ':$1');
    expect(test.app.hasRoute({ method: method.toUpperCase() as 'GET', url }), url).toBe(true);
  }
});

it('says of every operation what it is, what it answers, and that errors are problems', () => {
  const ids = operations().map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { path, method, operation } of operations()) {
    expect(operation, `${method} ${path}`).toMatchObject({ summary: expect.any(String), tags: [expect.any(String)] });
    expect(operation.operationId, `${method} ${path}`).toMatch(/^[a-zA-Z]+$/);
    expect(Object.keys(operation.responses.default?.content ?? {})).toEqual(['application/problem+json']);
    expect(JSON.stringify(operation)).not.toContain('Default Response');
    if (path.startsWith('/api/v1/') && !/^(getSetup|setup|signIn)$/.test(operation.operationId ?? '')) {
      expect(operation.security?.length, `${method} ${path}`).toBeGreaterThan(0);
    }
  }
});

it('refers only to schemas that are there, under plain names', () => {
  const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
  const names = Object.keys(document.components.schemas);
  for (const ref of new Set(refs)) expect(names).toContain(ref?.replace('#/components/schemas/', ''));
  expect(names).toEqual(expect.arrayContaining(['Server', 'CreateServer', 'Problem', 'WebhookBody']));
  expect(names.filter((name) => name.endsWith('Input'))).toEqual([]);
});

it('is strict about what callers send, and lets answers grow', () => {
  const { Server, WebhookBody, CreateServer } = document.components.schemas;
  expect(JSON.stringify([Server, WebhookBody])).not.toContain('"additionalProperties":false');
  expect(CreateServer).toMatchObject({ additionalProperties: false });
});

it('has path parameters where the path has them', () => {
  for (const { path, operation } of operations()) {
    const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    const named = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(named.sort(), path).toEqual(wanted);
  }
});

it('describes a webhook for every event type', () => {
  expect(Object.keys(document.webhooks)).toEqual([...EVENT_TYPES]);
});

it('has an ETag, and a reference page that asks no other host', async () => {
  const first = await test.app.inject('/openapi.json');
  const headers = { 'if-none-match': String(first.headers.etag) };
  expect((await test.app.inject({ url: '/openapi.json', headers })).statusCode).toBe(304);

  const page = await test.app.inject('/docs/');
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  expect(page.body).not.toMatch(/https?:\/\//);
});

import { BADGE_METRICS, BADGE_STYLES, badgeQuery, type PublicServer, SERVER_STATUSES } from '@alivemcp/contracts';
import { describe, expect, test } from 'vitest';
import { renderBadge } from './render-badge.ts';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const DAY = 86_400_000;
const ago = (ms: number) => new Date(NOW - ms).toISOString();
const quiet = { p50Ms: null, p95Ms: null };

const server: PublicServer = {
  id: 'srv_1',
  slug: 'orders',
  name: '<script>alert(1)</script>',
  url: 'https://mcp.example.com/mcp',
  status: 'up',
  posture: 'open',
  since: ago(DAY),
  class: null,
  summary: null,
  lastProbeAt: ago(1000),
  regions: [],
  uptime: { '24h': 100, '7d': 99.999, '30d': 64.1, '90d': null },
  coverage30d: 99,
  latency: { '24h': { p50Ms: 80, p95Ms: 130 }, '7d': { p50Ms: 80, p95Ms: 2410 }, '30d': quiet, '90d': quiet },
  protocolVersion: '2025-11-25',
  serverInfo: null,
  tools: { count: 12, changedAt: ago(41 * DAY) },
  driftAt: null,
  openIncident: null,
};

const badge = (query: Record<string, string> = {}, changes: Partial<PublicServer> = {}) =>
  renderBadge({ ...server, ...changes }, badgeQuery.parse(query), NOW);
const says = (query: Record<string, string>, changes: Partial<PublicServer> = {}) => {
  const { label, message, color } = badge(query, changes).json;
  return `${label} | ${message} | ${color}`;
};

describe('metrics', () => {
  test('status, each by its word', () => {
    for (const status of SERVER_STATUSES) expect(badge({}, { status }).json.message).toBe(status);
    expect(says({})).toBe('MCP server | up | brightgreen');
    expect(says({}, { status: 'down' })).toBe('MCP server | down | red');
  });

  test('uptime is rounded down and never up to 100', () => {
    expect(says({ metric: 'uptime' })).toBe('uptime 30d | 64.10% | red');
    expect(says({ metric: 'uptime', window: '24h' })).toBe('uptime 24h | 100% | brightgreen');
    expect(says({ metric: 'uptime', window: '7d' })).toBe('uptime 7d | 99.99% | brightgreen');
    expect(says({ metric: 'uptime', window: '90d' })).toBe('uptime 90d | unknown | lightgrey');
    for (const value of [99.9999999999, 100 - Number.EPSILON * 64]) {
      expect(badge({ metric: 'uptime' }, { uptime: { ...server.uptime, '30d': value } }).json.message).toBe('99.99%');
    }
  });

  test('uptime of what was hardly observed is an estimate', () => {
    expect(badge({ metric: 'uptime', window: '24h' }, { coverage30d: 94.9 }).json.message).toBe('~100%');
    expect(badge({ metric: 'uptime', window: '24h' }, { coverage30d: 95 }).json.message).toBe('100%');
  });

  test('latency says which percentile, and is slow above the budget', () => {
    expect(says({ metric: 'latency' })).toBe('latency 24h | p95 130 ms | brightgreen');
    expect(says({ metric: 'latency', window: '7d' })).toBe('latency 7d | p95 2.5 s | orange');
    expect(says({ metric: 'latency', window: '30d' })).toBe('latency 30d | unknown | lightgrey');
  });

  test('tools', () => {
    expect(says({ metric: 'tools' })).toBe('tools | 12 | blue');
    expect(says({ metric: 'tools' }, { tools: null })).toBe('tools | unknown | lightgrey');
  });

  test('schema is news for a week', () => {
    expect(says({ metric: 'schema' })).toBe('schema | stable 41 d | brightgreen');
    expect(says({ metric: 'schema' }, { driftAt: ago(2 * DAY) })).toBe('schema | changed 2 d ago | orange');
    expect(says({ metric: 'schema' }, { driftAt: ago(5 * 3_600_000) })).toBe('schema | changed 5 h ago | orange');
    expect(says({ metric: 'schema' }, { driftAt: ago(-5000) })).toBe('schema | changed 0 min ago | orange');
    expect(says({ metric: 'schema' }, { driftAt: ago(8 * DAY) })).toBe('schema | stable 8 d | brightgreen');
  });

  test('protocol', () => {
    expect(says({ metric: 'protocol' })).toBe('MCP | 2025-11-25 | blue');
    expect(says({ metric: 'protocol' }, { protocolVersion: null })).toBe('MCP | unknown | lightgrey');
  });
});

describe('a server that is not there or not public', () => {
  test.each([...BADGE_METRICS])('is grey and unknown as %s', (metric) => {
    const { json, svg } = renderBadge(null, badgeQuery.parse({ metric }), NOW);
    expect(json).toMatchObject({ schemaVersion: 1, message: 'unknown', color: 'lightgrey', isError: true });
    expect(svg).toContain('unknown');
  });
});

test('a failure cannot be painted green, the rest can', () => {
  expect(badge({}, { status: 'down' }).json.isError).toBe(true);
  expect(badge({}).json).not.toHaveProperty('isError');
});

describe('the picture', () => {
  test.each([...BADGE_STYLES])('in style %s says its text to everybody', (style) => {
    const { svg } = badge({ style });
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toMatch(/aria-label="MCP server: up"/i);
    expect(svg).toMatch(/<title>MCP server: up<\/title>/i);
    expect(svg.length).toBeLessThan(4000);
  });

  test.each([...BADGE_STYLES])('in style %s escapes a hostile label and version', (style) => {
    const label = `"><script>alert('1')</script>&amp;`;
    const { svg } = badge({ style, label, metric: 'protocol' }, { protocolVersion: '</text><image href="x"/>' });
    expect(svg).not.toMatch(/<script|<image|href="/i);
    expect(svg.match(/&(?!(?:amp|lt|gt|quot|apos|AMP);)/g)).toBeNull();
  });

  test('never carries the name of the server', () => {
    for (const metric of BADGE_METRICS) expect(badge({ metric }).svg).not.toContain('alert');
  });

  test('drops what XML forbids and what hides text', () => {
    const { svg, json } = badge({ label: 'a\u0000\u001b[31m\u202eb\ud800\ufffe' });
    expect(json.label).toBe('a[31mb');
    expect(svg).not.toMatch(/[\p{Cc}\p{Cs}\u202e\ufffe]/u);
  });

  test('a hostile protocol version is cut', () => {
    expect([...badge({ metric: 'protocol' }, { protocolVersion: '😀'.repeat(5000) }).json.message]).toHaveLength(64);
  });

  test('may go without a label', () => {
    expect(badge({ label: '' }).svg).toContain('aria-label="up"');
  });
});

describe('badgeQuery', () => {
  test('has defaults and lets cache busters through', () => {
    expect(badgeQuery.parse({ v: '3' })).toEqual({ metric: 'status', style: 'flat' });
  });

  test.each([
    { metric: 'x' },
    { window: '1h' },
    { style: 'plastic' },
    { label: 'x'.repeat(65) },
    { label: ['a', 'b'] },
  ])('refuses %j', (query) => {
    expect(badgeQuery.safeParse(query).success).toBe(false);
  });
});

import { SERVER_STATUSES } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { PUBLIC_SERVER } from '../testing/public-server.ts';
import { serverView } from './server-view.ts';

const view = (change = {}) => serverView({ ...PUBLIC_SERVER, ...change }, 'https://alive.example');

it('shows state, regions, uptime with coverage, latency, tools, incident and badge', () => {
  const page = view();
  for (const text of [
    '<title>Down: Orders</title>',
    '<span aria-hidden="true">✕</span> Down',
    '<time datetime="2026-11-02T09:58:00.000Z">2026-11-02 09:58:00 UTC</time>',
    'The tool list is empty.',
    'Observed only 93.2 % of the time over the last 30 days.',
    '<th scope="row">eu</th>',
    'mcp.tools_empty',
    '99.98 %',
    '420 ms',
    'no data',
    'MCP 2025-11-25',
    'orders-mcp 1.4.0',
    'Orders is down',
    'https://alive.example/badge/orders.svg',
    '/api/embed-status/orders',
  ]) {
    expect(page).toContain(text);
  }
  expect(page).not.toContain('<script');
  expect(page).not.toMatch(/ (?:style|on\w+)=/);
});

it('says every state by shape and word', () => {
  for (const status of SERVER_STATUSES) {
    expect(view({ status })).toMatch(new RegExp(`<span aria-hidden="true">\\S+</span> ${status}</strong>`, 'i'));
  }
});

it('escapes and cleans what strangers named', () => {
  const hostile = `</title><script>alert('x')</script><img src=x onerror=y>"'&\u202e\u0000`;
  const page = view({
    name: hostile,
    url: `https://evil.example/${hostile}`,
    summary: hostile,
    protocolVersion: hostile,
    serverInfo: { name: hostile, version: hostile },
    openIncident: { id: 'inc_1', title: hostile, openedAt: '2026-11-02T09:58:00.000Z' },
    regions: [{ region: hostile, status: hostile, class: hostile, latencyMs: 1, checkedAt: null }],
  });
  expect(page).not.toMatch(/<script|<img src=x|\u202e|\0/);
  expect(page).toContain('&lt;script&gt;');
  expect(page.match(/<\/title>/g)).toHaveLength(1);
});

it('cuts what is too long', () => {
  expect(view({ name: 'x'.repeat(10_000) }).length).toBeLessThan(20_000);
});

import { expect, it } from 'vitest';
import { serverPage } from './server-page.tsx';
import { OPEN, serverView } from './testing/sample-views.ts';

const server = (...view: Parameters<typeof serverView>) =>
  serverPage({ view: serverView(...view), publicUrl: 'https://alive.example' });

it('shows state, regions, uptime with coverage, latency, tools, drift, incident and how to share it', () => {
  const page = server(
    { status: 'down', summary: 'The tool list is empty.', posture: 'auth_required', coverage30d: 93.2 },
    { incidents: [OPEN] },
  );
  for (const text of [
    '<title>Down: Orders</title>',
    'https://orders.example.com/mcp',
    'The tool list is empty.',
    'It asks strangers for credentials: tools are not checked.',
    'Observed only 93.2 % of the time over the last 30 days.',
    'Orders is down',
    '<th scope="row">Dublin</th>',
    '99.98 %',
    '420 ms',
    'aria-label="Latency a day from 2026-08-05 to 2026-11-02, between 110 ms and 439 ms"',
    'MCP 2025-11-25',
    'orders-mcp 1.4.0',
    'find_order',
    'Tool &quot;find_order&quot;: input.id became required.',
    'src="/badge/orders.svg"',
    '[![MCP server](https://alive.example/badge/orders.svg)](https://alive.example/s/orders)',
    'data-alivemcp=&quot;orders&quot;',
    'href="/api/embed-status/orders"',
    'href="/s/orders/feed.atom"',
  ]) {
    expect(page).toContain(text);
  }
  expect(page.split('<rect class="').length - 1).toBe(90);
});

it('does not pretend to know what it does not know', () => {
  const page = server(
    {
      status: 'pending',
      lastProbeAt: null,
      protocolVersion: null,
      serverInfo: null,
      tools: null,
      driftAt: null,
      regions: [],
    },
    { latencyDays: [], drifts: [], toolNames: [] },
  );
  for (const text of [
    'Last checked: not yet',
    'Tools not known yet',
    'No latency was measured yet.',
    'No change of the tools has been seen.',
  ]) {
    expect(page).toContain(text);
  }
});

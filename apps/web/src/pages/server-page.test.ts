import { expect, it } from 'vitest';
import { serverPage } from './server-page.tsx';
import { ANNOUNCED, OPEN, serverView } from './testing/sample-views.ts';

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
    '1.3.2 → 1.4.0',
    '<li>refund_order is a new tool</li><li>and 2 more</li>',
    '<a href="/s/orders/changelog.md">',
    '<link rel="alternate" type="application/atom+xml" title="Changelog" href="/s/orders/changelog.atom"/>',
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

it('tells of deprecated tools when their end is promised, and of several lists what was seen', () => {
  const page = server(
    {},
    {
      deprecated: [
        {
          tool: 'find_order<b>',
          markedAt: '2026-10-01T08:00:00.000Z',
          promisedUntil: '2026-12-30T08:00:00.000Z',
          removedAt: null,
          verdict: null,
        },
      ],
      inconsistent: [{ kind: 'by_region', since: '2026-11-02T08:00:00.000Z' }],
    },
  );
  expect(page).toContain('find_order&lt;b&gt;');
  expect(page).toContain('<time dateTime="2026-12-30">2026-12-30</time></td><td>listed</td>');
  expect(page).toContain('It answers regions with different tool lists');
  expect(server()).not.toContain('Deprecated tools');
});

it('announces what runs and what comes, and nothing that is over', () => {
  const page = server(
    {},
    {
      maintenance: [
        { ...ANNOUNCED, id: 'mnt_2', title: 'New certificates', state: 'in_progress' },
        ANNOUNCED,
        { ...ANNOUNCED, id: 'mnt_3', title: 'Long ago', state: 'completed' },
      ],
    },
  );
  expect(page).toContain('<h2 id="maintenance">Announced work</h2>');
  expect(page).toContain('Orders can be read, not written.');
  expect(page.indexOf('New certificates')).toBeLessThan(page.indexOf('Move to another database'));
  expect(page).not.toContain('Long ago');
  expect(server()).not.toContain('Announced work');
});

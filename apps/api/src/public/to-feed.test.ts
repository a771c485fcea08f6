import type { PublicIncident, ServerPageView, StatusPageView } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { PUBLIC_SERVER } from '../testing/public-server.ts';
import { renderAtom } from './atom.ts';
import { toServerFeed, toStatusFeed } from './to-feed.ts';

const INCIDENT: PublicIncident = {
  id: 'inc_1',
  kind: 'manual',
  state: 'resolved',
  title: 'Slow & "odd"',
  serverId: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
  serverName: 'Orders',
  openedAt: '2026-11-02T09:00:00.000Z',
  resolvedAt: '2026-11-02T09:30:00.000Z',
  durationMs: 1_800_000,
  updates: [
    { id: 'upd_2', at: '2026-11-02T09:31:00.000Z', state: 'resolved', body: ']]> <b>Done</b>\ud800\uffff\u0007' },
    { id: 'upd_1', at: '2026-11-02T09:05:00.000Z', state: 'investigating', body: 'We look.' },
  ],
};
const DRIFT = {
  id: 'drf_1',
  at: '2026-11-02T10:00:00.000Z',
  class: 'breaking',
  summary: 'echo is gone',
  fromVersion: null,
  toVersion: null,
} as const;
const VIEW: ServerPageView = {
  server: PUBLIC_SERVER,
  days: [],
  coverage: { '24h': 0, '7d': 0, '30d': 0, '90d': 0 },
  latencyDays: [],
  incidents: [INCIDENT],
  drifts: [{ ...DRIFT, sections: [] }],
  deprecated: [],
  inconsistent: [],
  toolNames: [],
  maintenance: [],
  generatedUntil: null,
};
const EMPTY: StatusPageView = {
  id: 'pag_1',
  slug: 'acme',
  title: 'Acme',
  description: '',
  updatedAt: '2026-11-01T00:00:00.000Z',
  components: [],
  incidents: [],
  maintenance: [],
  generatedUntil: null,
};

it('has an entry for each incident and drift, newest first, and says when they changed last', () => {
  const feed = renderAtom(toServerFeed(VIEW, 'https://alive.example'));
  const titles = [...feed.matchAll(/<title>(.*?)<\/title>/g)].map((match) => match[1]);
  expect(titles).toEqual(['Orders', 'Orders: the tools changed (breaking)', 'Orders: Slow &amp; &quot;odd&quot;']);
  const updated = [...feed.matchAll(/<updated>(.*?)<\/updated>/g)].map((match) => match[1]);
  expect(updated).toEqual([DRIFT.at, DRIFT.at, '2026-11-02T09:31:00.000Z']);
  expect(feed).toContain(
    '<link rel="self" type="application/atom+xml" href="https://alive.example/s/orders/feed.atom"/>',
  );
});

it('holds what strangers wrote as text that XML can hold', () => {
  const feed = renderAtom(toServerFeed(VIEW, 'https://alive.example'));
  expect(feed).toContain(
    'resolved: ]]&gt; &lt;b&gt;Done&lt;/b&gt;\ufffd\n\n2026-11-02T09:05:00.000Z investigating: We look.',
  );
});

it('gives an entry the same id wherever it stands, and no two the same', () => {
  const ids = (feed: string) => [...feed.matchAll(/<id>(.*?)<\/id>/g)].map((match) => match[1]);
  const one = ids(renderAtom(toServerFeed(VIEW, 'https://alive.example')));
  const drift = { ...DRIFT, serverName: 'Orders' };
  const other = ids(renderAtom(toStatusFeed({ ...EMPTY, incidents: [INCIDENT] }, [drift], 'https://other.example')));
  expect(new Set(one).size).toBe(3);
  for (const id of one) expect(id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(other.slice(1)).toEqual(one.slice(1));
  expect(other[0]).not.toBe(one[0]);
});

it('is a whole document without news too', () => {
  expect(renderAtom(toStatusFeed(EMPTY, [], 'https://alive.example'))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:f9efd926-393c-80c0-ac36-96b90002aef8</id>
<title>Acme</title>
<updated>2026-11-01T00:00:00.000Z</updated>
<author><name>Acme</name></author>
<link rel="self" type="application/atom+xml" href="https://alive.example/status/acme/feed.atom"/>
<link rel="alternate" type="text/html" href="https://alive.example/status/acme"/>
<generator>AliveMCP</generator>
</feed>
`);
});

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { statusPage } from './status-page.tsx';
import { component, DOWN, days, NO_DATA, OPEN, PAST, statusView } from './testing/sample-views.ts';

const status = (...view: Parameters<typeof statusView>) =>
  statusPage({ view: statusView(...view), publicUrl: 'https://alive.example' });
const bars = (page: string) => page.split('<rect class="').length - 1;

it('has a bar a day with its words, and says the same without hovering', () => {
  const page = status({ components: [component('A', { days: days({ 5: DOWN, 40: NO_DATA }) }), component('B')] });
  expect(bars(page)).toBe(180);
  expect(page).toContain('height="18"><title>2026-10-28: 99.31 % up, down 9 min 56 s</title></rect>');
  expect(page).toContain('aria-label="Downtime on 1 of 90 days, 1 without data"');
  expect(page).toContain('<li>2026-10-28: 99.31 % up, down 9 min 56 s</li>');
});

it('says first how all of it is, and then what is wrong', () => {
  const page = status({
    components: [component('Orders', { status: 'down' }), component('Mail')],
    incidents: [OPEN, PAST],
    generatedUntil: '2026-11-01T10:00:00.000Z',
  });
  const order = [
    '<span>1 of 2 servers is down: Orders</span>',
    'Last checked: <time dateTime="2026-11-02T10:00:00.000Z">2026-11-02 10:00 UTC</time>',
    'was generated for this demo',
    'A deployment lost its tools.',
    'The tool list is empty in all regions.',
    '>Servers</h2>',
    '>By region</h2>',
    '>Tool surface</h2>',
    '>Past incidents</h2>',
    'Search is slow from Singapore',
    'href="/status/acme/feed.atom"',
    'href="/status/acme/api/v2/summary.json"',
  ];
  const body = page.slice(page.indexOf('<body>'));
  const places = order.map((part) => body.indexOf(part));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

it('keeps the groups in the order of the owner and links what has a page', () => {
  const page = status({
    components: [
      component('Z', { group: 'Two' }),
      component('A', { group: 'One' }),
      component('B', { group: 'Two', path: null }),
    ],
  });
  const places = ['>Two</h3>', '<a href="/s/z">Z</a>', '<h4>B</h4>', '>One</h3>', '<a href="/s/a">A</a>'].map((part) =>
    page.indexOf(part),
  );
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
});

it('names regions, coverage that is not whole, tools, and the absence of incidents', () => {
  const page = status({
    components: [component('A', { coverage90d: 98.76 }), component('B', { tools: null, regions: [] })],
  });
  for (const text of [
    '<th scope="col">Singapore</th>',
    'Not checked',
    'observed 98.76 %',
    '14 tools, unchanged since',
    'Tools not known yet',
    'No incidents in the last 14 days.',
    'All 2 servers are up',
  ]) {
    expect(page).toContain(text);
  }
});

it('stays under 14 KB with 20 servers, of which each had two bad days', () => {
  const components = Array.from({ length: 20 }, (_, index) => {
    const bad = (seconds: number) => ({ uptimePercent: 99 - index / 100, downMs: seconds * 1000 });
    return component(`Server ${index}`, {
      group: `Group ${index % 4}`,
      days: days({ [index]: bad(61 * index), [80 - index]: bad(999 + index) }),
    });
  });
  const css = readFileSync(new URL('page.css', import.meta.url), 'utf8');
  const page = status({ components, incidents: [OPEN, PAST] }).replace(/<style>.*?<\/style>/s, `<style>${css}</style>`);
  expect(bars(page)).toBe(1800);
  expect(gzipSync(page).length).toBeLessThan(14 * 1024);
});

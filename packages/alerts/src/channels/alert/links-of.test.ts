import { expect, test } from 'vitest';
import { linksOf } from './links-of.ts';

test('the most useful first, whatever their order', () => {
  const links = linksOf({
    page: 'https://a.example/s/x',
    mute: 'https://a.example/m',
    server: 'https://a.example/servers/s',
    gate: 'https://a.example/gates/g',
  });
  expect(links.map(({ label }) => label)).toEqual(['Gate', 'Server', 'Mute', 'Public page']);
});

test('what would break out of a link is encoded', () => {
  const [link] = linksOf({ incident: 'https://a.example/(x)|<y>"\'?a=1&b=[z]' });
  expect(link?.url).toBe('https://a.example/%28x%29%7C%3Cy%3E%22%27?a=1&b=%5Bz%5D');
});

test.each(['javascript:alert(1)', 'incident', '', `https://a.example/${'x'.repeat(300)}`])('%s is left out', (url) => {
  expect(linksOf({ incident: url })).toEqual([]);
});

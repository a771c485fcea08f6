import { HIDDEN_CHARACTERS } from '@alivemcp/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileEvent } from '../hostile.fixture.ts';
import { SAMPLE_EVENTS, SAMPLE_LINKS, sampleEvent, sampleLinks } from '../sample-events.fixture.ts';
import { alertText } from './alert-text.ts';

test.each(SAMPLE_EVENTS.map((event) => [event.type, event] as const))('%s', async (type, event) => {
  const text = JSON.stringify(alertText(event, sampleLinks(event)), null, 2);
  await expect(`${text}\n`).toMatchFileSnapshot(`../golden/alert/${type}.txt`);
});

/** All strings of an alert but the addresses, which are ours. */
function stringsOf(event: Parameters<typeof alertText>[0]): string[] {
  const { title, sentences, facts, lists } = alertText(event, SAMPLE_LINKS);
  const values = facts.map(({ value }) => value);
  return [title, ...sentences, ...values, ...lists.flatMap(({ items }) => items)];
}

test('whatever a server writes, no line calls anybody, makes a link, or hides something', () => {
  fc.assert(
    fc.property(hostileEvent, (event) => {
      for (const text of stringsOf(event)) {
        expect(text).not.toMatch(HIDDEN_CHARACTERS);
        expect(text).not.toMatch(/[\n\t]|:\/\/|@\S/);
        expect(text.replaceAll('mcp.example.com', '')).not.toMatch(/[\p{L}\p{N}]\.(?:tld|com)\b/u);
      }
    }),
  );
});

test('an alert is never long, whatever its event holds', () => {
  fc.assert(
    fc.property(hostileEvent, (event) => {
      const alert = alertText(event, SAMPLE_LINKS);
      expect(alert.title).not.toBe('');
      expect(alert.facts.length).toBeLessThanOrEqual(10);
      expect(alert.lists.every(({ items }) => items.length <= 3)).toBe(true);
    }),
  );
});

describe('what it says', () => {
  test('the length of what is over, and nothing of a failed step', () => {
    const { facts } = alertText(sampleEvent('server.recovered'), {});
    expect(facts).toContainEqual({ label: 'Lasted', value: '5 min' });
    expect(facts.map(({ label }) => label)).not.toContain('Failed step');
  });

  test('both at once where nothing was said when it began', () => {
    const event = sampleEvent('server.recovered');
    const { title } = alertText({ ...event, data: { ...event.data, combines: ['server.down'] } }, {});
    expect(title).toBe('Orders was down for 5 min, is up again');
  });

  test('of a digest of escalations that nobody is on it, and not that it is about more servers', () => {
    const event = sampleEvent('servers.down');
    const title = (combines: string[]) => alertText({ ...event, data: { ...event.data, combines } }, {}).title;
    expect(title(['incident.escalated'])).toBe('23 servers are down, and nobody has acknowledged it');
    expect(title([])).toBe('23 more servers are down');
  });

  test('that somebody is on it, when that is the news, and not with what is said later', () => {
    const event = sampleEvent('incident.updated');
    const titleAt = (acknowledgedAt: string) => {
      const incident = event.data.incident && { ...event.data.incident, acknowledgedAt };
      return alertText({ ...event, data: { ...event.data, incident } }, {}).title;
    };
    expect(titleAt(event.timestamp)).toBe('Acknowledged: Orders is down');
    expect(titleAt('2026-11-20T12:04:00.000Z')).toBe('Incident updated: Orders is down');
  });

  test('what was before: the last good probe and the usual latency', () => {
    const { facts } = alertText(sampleEvent('server.down'), {});
    expect(facts).toContainEqual({ label: 'Last good probe', value: '2026-11-20 11:59:12 UTC' });
    expect(facts).toContainEqual({ label: 'Latency', value: 'normally 120 ms' });
  });

  test('only three changes, and how many more there are', () => {
    const { lists } = alertText(sampleEvent('server.drift'), {});
    expect(lists[0]).toMatchObject({ label: 'Changes', items: { length: 3 }, more: 1 });
  });

  test('a server that is called as its host keeps its name', () => {
    const event = sampleEvent('server.down');
    const server = { id: 'srv_1', slug: 'x', url: 'https://mcp.example.com/mcp', name: 'mcp.example.com' };
    const { title, facts } = alertText({ ...event, data: { ...event.data, server } }, {});
    expect(title).toBe('mcp.example.com is down');
    expect(facts[0]).toEqual({ label: 'Server', value: 'mcp.example.com' });
  });
});

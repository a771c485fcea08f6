import { EVENT_TYPES, type EventData, type EventType, type WebhookBody } from '@alivemcp/contracts';
// biome-ignore lint/correctness/noUndeclaredDependencies: for tests alone, declared at the root with vitest
import fc from 'fast-check';
import { sampleEvent } from './sample-events.fixture.ts';

/** What calls, links or marks up somewhere, and what ends or hides a text. */
// biome-ignore format: a list to read across
const TRICKS = [
  '@everyone', '@here', '<!channel>', '<@U024BE7LH>', '<#C024BE7LR|x>', '<!subteam^S1>', '<@&1234>', '<at>All</at>',
  'https://evil.tld/x', 'www.evil.tld', 'evil.tld', 'a@evil.tld', '<https://evil.tld|x>', '[x](https://evil.tld)', '[x]: //evil.tld', '![x](y)',
  '<b>', '</code>', '<a href="https://evil.tld">x</a>', '<script>', '&lt;', '&amp;', "' onload='x",
  '**b**', '__b__', '~~b~~', '`c`', '||s||', '# h', '- i', '1. i', '> q', ':fire:', '#tag', '/start', '$CASH', 'tg://user?id=1',
  '{{DATE(2026-01-01T00:00:00Z,SHORT)}}', '$' + '{x}', '@{x}', '{{data.summary}}', '{{{x}}}',
  '"', '\\', '\\"', '\r\nBcc: a@evil.tld', '\n\n', '\t', '\u0000', '\u001b[31m', '\u202e', '\u2066', '\u200b', '\ufeff', '\u{e0041}', '\ud800',
  '日本', '🚀', '。', 'é',
];

const hostileText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...TRICKS) },
      { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** A watched server that tries everything it can, and a workspace whose people were careless with names. */
export const hostileEvent: fc.Arbitrary<WebhookBody> = fc
  .record({ type: fc.constantFrom(...EVENT_TYPES), texts: fc.array(hostileText, { minLength: 1, maxLength: 8 }) })
  .map(({ type, texts }) => ({ ...sampleEvent(type), data: everywhere(sampleEvent(type).data, texts) }));

/** An event in which every text is as long as can be, and made of one thing. */
export function stuffedEvent(text: string, type: EventType): WebhookBody {
  const long = text.repeat(Math.ceil(1_000 / text.length));
  return { ...sampleEvent(type), data: everywhere(sampleEvent(type).data, [long]) };
}

/** Of what grows most when it is escaped, among others. */
export const largestEvent: fc.Arbitrary<WebhookBody> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom('@', '.aa', '<', '&', '*', '"', '\\', '日', '🚀'),
      hostileText.filter((text) => text !== ''),
    ),
    fc.constantFrom(...EVENT_TYPES),
  )
  .map(([text, type]) => stuffedEvent(text, type));

/** The texts in all places that hold more than our own words. */
function everywhere(data: EventData, texts: readonly string[]): EventData {
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? '';
  const drift = sampleEvent('server.drift').data.drift;
  const names = () => Array.from({ length: 12 }, text);
  const server = {
    id: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
    name: text(),
    url: 'https://mcp.example.com/mcp',
    slug: 'orders',
    tags: names(),
  };
  const incident = sampleEvent('incident.opened').data.incident;
  return {
    ...data,
    server,
    summary: text(),
    firstAction: text(),
    class: 'mcp.bad_json',
    regions: { failing: names(), sighted: names(), assigned: names() },
    ...(incident && { incident: { ...incident, title: text() } }),
    ...(drift && {
      drift: {
        ...drift,
        changes: drift.changes.map((change) => ({ ...change, tool: text(), summary: text() })),
        risks: Array.from({ length: 4 }, () => ({
          sign: 'hidden_characters' as const,
          tool: text(),
          reason: text(),
          excerpt: text(),
        })),
      },
    }),
    inconsistency: {
      kind: 'by_client',
      since: '2026-11-20T12:00:00.000Z',
      lists: Array.from({ length: 4 }, () => ({ hash: text(), count: 2, regions: names(), clientName: text() })),
    },
    maintenance: {
      id: 'mnt_01k9x2m4q8r6t3v5w7y9z1b3c5',
      title: text(),
      startsAt: '2026-11-20T12:00:00.000Z',
      endsAt: '2026-11-20T14:00:00.000Z',
      servers: Array.from({ length: 20 }, () => ({ id: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5', name: text() })),
      serverCount: 40,
    },
    servers: Array.from({ length: 50 }, () => ({
      id: 'srv_01k9x2m4q8r6t3v5w7y9z1b3c5',
      name: text(),
      incidentId: null,
    })),
    serverCount: 90,
  };
}

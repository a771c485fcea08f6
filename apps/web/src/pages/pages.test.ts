import { ERRORS, SERVER_STATUSES } from '@alivemcp/contracts';
import { describe, expect, it } from 'vitest';
import { STATES } from '../theme/states.ts';
import * as pages from './index.tsx';
import { ANNOUNCED, component, DOWN, days, OPEN, PAST, serverView, statusView } from './testing/sample-views.ts';

const publicUrl = 'https://alive.example';
const HOSTILE = `</title></style><script>alert('x')</script><img src=x onerror=y>"'&\u202e\u0000`;

const server = (...view: Parameters<typeof serverView>) => pages.serverPage({ view: serverView(...view), publicUrl });
const status = (...view: Parameters<typeof statusView>) => pages.statusPage({ view: statusView(...view), publicUrl });
const count = (page: string, part: RegExp | string) => page.split(part).length - 1;

const EVERY = {
  server: server({ status: 'down' }, { incidents: [OPEN, PAST], generatedUntil: '2026-11-01T10:00:00.000Z' }),
  status: status({
    incidents: [OPEN, PAST],
    components: [component('Orders', { group: 'Shop', days: days({ 3: DOWN }) })],
  }),
  setup: pages.setupPage({ form: { token: 't', email: '', workspaceName: 'Acme' }, errors: [] }),
  done: pages.setupDonePage({ email: 'me@example.com', apiKey: 'amcp_key', publicUrl }),
  errors: pages.errorsPage(),
  message: pages.messagePage({ title: 'Gone', text: 'It is gone.' }),
};

describe.each(Object.entries(EVERY))('every page: %s', (name, page) => {
  it('is a whole document with one heading, landmarks and a way past the header', () => {
    expect(page).toMatch(/^<!doctype html><html lang="en">/);
    for (const part of ['<h1>', '<main id="main"', '<header>', '<footer>', 'href="#main"', '<title>']) {
      expect(count(page.replaceAll(/<rect.*?<\/rect>/g, ''), part), part).toBe(1);
    }
  });

  it('skips no level of headings', () => {
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('has the one style sheet, no inline style or handler, and no script but page.js where times are', () => {
    expect(count(page, '<style>')).toBe(1);
    expect(page).toContain(`<style>${pages.style}</style>`);
    expect(page).not.toMatch(/ (?:style|on\w+)=/);
    const scripts = [...page.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['server', 'status'].includes(name) ? ['<script src="/page.js" defer="">'] : []);
  });
});

it('is the same for the same input', () => {
  const [one, other] = [1, 2].map(() => status({ incidents: [OPEN, PAST] }));
  expect(one).toBe(other);
});

it('says every state by word and mark', () => {
  for (const each of SERVER_STATUSES) {
    const mark = `<use href="#m-${each}"></use></svg>`;
    expect(server({ status: each })).toContain(`${mark}<span>${STATES[each].word}</span>`);
    expect(status({ components: [component('A', { status: each })] })).toContain(`${mark}${STATES[each].word}</span>`);
  }
});

describe('what strangers named', () => {
  const regions = [{ region: HOSTILE, name: HOSTILE, status: HOSTILE, class: HOSTILE, latencyMs: 1, checkedAt: null }];
  const announced = { ...ANNOUNCED, title: HOSTILE, description: HOSTILE, servers: [{ id: 'srv_1', name: HOSTILE }] };
  const incident = {
    ...OPEN,
    title: HOSTILE,
    serverName: HOSTILE,
    updates: OPEN.updates.map((update) => ({ ...update, body: HOSTILE })),
  };
  const ofServer = server(
    {
      name: HOSTILE,
      url: `https://evil.example/${HOSTILE}`,
      status: 'down',
      summary: HOSTILE,
      posture: HOSTILE,
      protocolVersion: HOSTILE,
      serverInfo: { name: HOSTILE, version: HOSTILE },
      regions,
    },
    {
      incidents: [incident],
      toolNames: [HOSTILE],
      drifts: [
        {
          id: 'drf_1',
          at: OPEN.openedAt,
          class: 'breaking',
          summary: HOSTILE,
          fromVersion: HOSTILE,
          toVersion: '2.0.0',
          sections: [{ heading: 'Breaking', lines: [HOSTILE], left: 0 }],
        },
      ],
      deprecated: [
        { tool: HOSTILE, markedAt: OPEN.openedAt, promisedUntil: OPEN.openedAt, removedAt: null, verdict: null },
      ],
      maintenance: [announced],
    },
  );
  const ofStatus = status({
    title: HOSTILE,
    description: HOSTILE,
    components: [component('A', { name: HOSTILE, group: HOSTILE, status: 'down', summary: HOSTILE, regions })],
    incidents: [incident],
    maintenance: [announced],
  });

  it.each([
    ['server', ofServer],
    ['status', ofStatus],
  ])('is text without hidden characters: %s', (_name, page) => {
    expect(page).not.toMatch(/<script>|<img src=x|\u202e|\0/);
    expect(page).toContain('&lt;script&gt;alert(&#x27;x&#x27;)');
    expect(page.split('<body>')[0]?.match(/<\/title>|<\/style>/g)).toHaveLength(2);
    expect(page).not.toMatch(/(?:href|src)="[^"]*evil/);
  });

  it('is cut when it is too long', () => {
    const long = 'x'.repeat(100_000);
    const page = server(
      { name: long, url: long, summary: long },
      { toolNames: [long], incidents: [{ ...OPEN, title: long }] },
    );
    expect(page.length - server().length).toBeLessThan(10_000);
  });
});

it('ties a fault to its field and keeps what was typed', () => {
  const form = { token: 't"><b>', email: 'no-address', workspaceName: 'Acme <Ops>' };
  const page = pages.setupPage({ form, errors: [{ pointer: '/password', message: 'Too short.' }] });
  expect(page).toMatch(/<input id="password"[^>]* aria-describedby="password-error" aria-invalid="true"/);
  expect(page).toContain('id="password-error">Too short.');
  for (const value of ['t&quot;&gt;&lt;b&gt;', 'no-address', 'Acme &lt;Ops&gt;'])
    expect(page).toContain(`value="${value}"`);
  for (const kind of ['username', 'new-password', 'organization']) expect(page).toContain(`autoComplete="${kind}"`);
});

it('shows the first key once, and where to go', () => {
  expect(count(EVERY.done, '<code>amcp_key</code>')).toBe(1);
  expect(EVERY.done).toContain('curl -X POST https://alive.example/api/v1/servers');
  expect(EVERY.done).toContain('<a class="button" href="/">Open the dashboard</a>');
});

it('has an anchor for every error', () => {
  for (const code of Object.keys(ERRORS)) expect(EVERY.errors).toContain(`<tr id="${code}">`);
});

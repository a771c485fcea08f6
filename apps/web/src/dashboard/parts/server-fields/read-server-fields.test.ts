import { expect, it } from 'vitest';
import { readServerFields } from './read-server-fields.ts';

function form(entries: [string, string][]): FormData {
  const fields = new FormData();
  for (const [name, value] of entries) fields.append(name, value);
  return fields;
}

it('leaves out what was left empty', () => {
  expect(
    readServerFields(
      form([
        ['url', ' https://mcp.example.com/mcp '],
        ['name', ''],
        ['intervalMs', '60000'],
        ['transport', 'auto'],
        ['authType', 'none'],
      ]),
    ),
  ).toEqual({
    url: 'https://mcp.example.com/mcp',
    intervalMs: 60_000,
    transport: 'auto',
    auth: { type: 'none' },
    expectations: {},
    tags: [],
  });
});

it('tells no region from regions that were not offered', () => {
  expect(readServerFields(form([['regions', '']])).regions).toEqual([]);
  expect(readServerFields(form([])).regions).toBeUndefined();
  expect(
    readServerFields(
      form([
        ['regions', ''],
        ['regions', 'eu-west'],
      ]),
    ).regions,
  ).toEqual(['eu-west']);
});

it('reads tags and tools as lists', () => {
  const { tags, expectations } = readServerFields(
    form([
      ['tags', 'team a, , prod'],
      ['expectedTools', 'search\r\n\r\nget_order '],
      ['expectedVersion', '1.2.0'],
      ['allowEmptyTools', 'on'],
    ]),
  );
  expect(tags).toEqual(['team a', 'prod']);
  expect(expectations).toEqual({ allowEmptyTools: true, tools: ['search', 'get_order'], version: '1.2.0' });
});

it('tells what was left empty from what was not asked', () => {
  const asked = form([
    ['autoAccept', ''],
    ['alternateClient', ' '],
    ['latencyBudgetMs', '750'],
    ['sensitivity', 'calm'],
  ]);
  const { autoAccept, alternateClient, latencyBudgetMs, sensitivity } = readServerFields(asked);
  expect([autoAccept, alternateClient, latencyBudgetMs, sensitivity]).toEqual([null, null, 750, 'calm']);
  const nothing = readServerFields(form([]));
  expect([nothing.autoAccept, nothing.alternateClient, nothing.latencyBudgetMs]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

it('sends a credential as it was typed, with its end in UTC', () => {
  const { auth } = readServerFields(
    form([
      ['authType', 'oauth_client_credentials'],
      ['clientId', 'id'],
      ['clientSecret', ' secret '],
      ['tokenUrl', ''],
      ['expiresAt', '2027-01-02T03:04'],
    ]),
  );
  expect(auth).toMatchObject({
    clientId: 'id',
    clientSecret: ' secret ',
    expiresAt: new Date(2027, 0, 2, 3, 4).toISOString(),
  });
  expect(auth).not.toHaveProperty('tokenUrl', '');
});

it('keeps the present credential', () => {
  expect(readServerFields(form([['authType', 'keep']])).auth).toBeUndefined();
});

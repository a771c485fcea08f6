import { probed } from '@alivemcp/testkit';
import { describe, expect, test } from 'vitest';
import { checkJson } from './check-json.ts';
import { checkText } from './check-text.ts';

const url = 'http://127.0.0.1/mcp';

test('a good server: state, aligned times, what it says of itself', () => {
  const text = checkText(url, probed());
  const [hash] = /[0-9a-f]{64}/.exec(text) ?? [];
  expect(text).toBe(
    [
      '✓ UP  http://127.0.0.1/mcp',
      '',
      '  ✓ tcp               0.4 ms',
      '  ✓ initialize       12.0 ms',
      '    total            12.4 ms',
      '',
      '  server        orders 1.2.3',
      '  protocol      MCP 2025-11-25 (legacy, streamable-http)',
      '  tools         1: search',
      `  hash          ${hash}`,
    ].join('\n'),
  );
});

test('a failure: class, sentence, first action', () => {
  const failed = probed({
    outcome: 'down',
    class: 'tcp.refused',
    summary: 'Nothing listens there.',
    firstAction: 'Start the server.',
    phases: [{ name: 'tcp', ms: 0.1, ok: false }],
    protocol: null,
    serverInfo: null,
    tools: null,
    attempts: 2,
  });
  const text = checkText(url, failed);
  expect(text).toMatch(
    /^✗ DOWN {2}http.*\n\n {2}tcp.refused {2}Nothing listens there.\n {2}First: Start the server.\n/,
  );
  expect(text).toMatch(/✗ tcp/);
  expect(text).toMatch(/\(2 attempts\)/);
});

describe('hostile text', () => {
  const evil = '\u001b]0;owned\u0007\u202e\n';
  const text = checkText(
    url,
    probed({
      serverInfo: { name: evil, version: evil },
      protocol: { version: evil, era: 'legacy', transport: 'sse' },
      instructions: evil,
      tools: [{ name: evil }, ...Array.from({ length: 50 }, (_, index) => ({ name: `t${index}` }))],
      warnings: [{ class: 'mcp.tool_malformed', summary: evil }],
    }),
  );

  test('moves no cursor and starts no line', () => {
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(text.split('\n').every((line) => line === '' || /^(?:✓| {2})/.test(line))).toBe(true);
  });

  test('is bounded', () => {
    expect(text).toMatch(/… 31 more/);
  });
});

test('the document has every promised member, null where not reached', () => {
  const document = checkJson(url, probed({ tools: null, protocol: null, serverInfo: null }));
  expect(Object.keys(document)).toEqual(
    'url outcome posture class summary firstAction durationMs phases protocol serverInfo tools warnings attempts transcript'.split(
      ' ',
    ),
  );
  expect(document).toMatchObject({ tools: null, protocol: null, serverInfo: null, durationMs: 12 });
});

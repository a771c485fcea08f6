import { startFixture } from '@alivemcp/testkit/mcp';
import { expect, test } from 'vitest';
import { inspectTools } from './inspect-tools.ts';
import { check } from './testing.ts';

const withParameter = (schema: object) => [{ name: 'x', inputSchema: { type: 'object', properties: { a: schema } } }];
const REMOTE = withParameter({ $ref: 'https://schemas.example/a.json' });

test('a reference that leaves its schema is worth knowing, and no more', async () => {
  expect(inspectTools(REMOTE, 'modern', true)).toEqual([
    { class: 'mcp.tool_unusable', summary: expect.stringContaining('leaves its schema'), harmless: true },
  ]);
  const mcp = await startFixture({ tools: REMOTE });
  const { outcome, warnings } = await check(mcp.url);
  await mcp.close();
  expect([outcome, warnings.length]).toEqual(['up', 1]);
});

test('a real fault of the same schema is told instead', () => {
  const both = withParameter({ anyOf: [{ $ref: 'https://schemas.example/a.json' }, { $ref: '#/$defs/none' }] });
  expect(inspectTools(both, 'modern', true)).toEqual([
    { class: 'mcp.tool_unusable', summary: expect.stringContaining('points to nothing') },
  ]);
});

import { createServerBody } from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../new-id.ts';
import { registerServer } from '../server/register-server.ts';
import { updateServer } from '../server/update-server.ts';
import { ALL, createTestContext, START, type TestContext } from '../testing/test-context.ts';
import { acceptDrift } from './accept-drift.ts';
import { getDrift } from './get-drift.ts';
import { getTools } from './get-tools.ts';
import { listDrift } from './list-drift.ts';
import { listToolVersions } from './list-tool-versions.ts';
import { markdownText } from './markdown-text.ts';
import { renderChangelog } from './render-changelog.ts';

const HOSTILE = '[click](javascript:alert(1)) <script>x</script> **bold**\n# Heading\u202e';
let ctx: TestContext;
let serverId: string;
const driftIds: string[] = [];

beforeAll(async () => {
  ctx = await createTestContext();
  serverId = (await registerServer(ctx, ctx.mine, createServerBody.parse({ url: 'https://a.example/mcp' }))).id;
});
afterAll(() => ctx.close());

it('has no tools and an empty changelog before the first list was seen', async () => {
  await expect(getTools(ctx, ctx.mine, serverId)).rejects.toMatchObject({ code: 'not_found' });
  expect(await renderChangelog(ctx, ctx.mine, serverId)).toBe('# Changelog of a.example\n\nNo change has been seen.\n');
});

it('shows the present tools and all lists before', async () => {
  const { db } = ctx.database;
  const { workspaceId } = ctx.mine;
  const [first, second] = [new Date(START), new Date(START + 1000)];
  const snapshot = { workspaceId, algorithm: 'v1', contractHash: 'c', presentationHash: 'p' };
  await db.insert(schema.toolSnapshot).values([
    { ...snapshot, hash: 'h1', count: 1, tools: [{ name: 'a' }] },
    { ...snapshot, hash: 'h2', count: 2, tools: [{ name: 'a' }, { name: 'b' }] },
  ]);
  const version = { workspaceId, serverId, era: 'modern' as const };
  await db.insert(schema.toolVersion).values([
    { ...version, hash: 'h1', firstSeenAt: first, replacedAt: second, serverVersion: '1.0.0' },
    { ...version, hash: 'h2', firstSeenAt: second },
  ]);
  await ctx.rows(`update server_state set tools_hash = 'h2', tools_count = 2, tools_era = 'modern',
    tools_changed_at = '${second.toISOString()}'`);
  await ctx.rows(`update server_region set checked_at = '2026-11-02T12:00:00Z' where region = 'us'`);

  expect(await getTools(ctx, ctx.mine, serverId)).toEqual({
    hash: 'h2',
    algorithm: 'v1',
    count: 2,
    tokens: null,
    era: 'modern',
    changedAt: second.toISOString(),
    tools: [{ name: 'a' }, { name: 'b' }],
  });
  const { data } = await listToolVersions(ctx, ctx.mine, serverId, ALL);
  expect(data.map(({ hash, count, lastSeenAt }) => [hash, count, lastSeenAt])).toEqual([
    ['h2', 2, '2026-11-02T12:00:00.000Z'],
    ['h1', 1, second.toISOString()],
  ]);
  const one = await listToolVersions(ctx, ctx.mine, serverId, { limit: 1 });
  const two = await listToolVersions(ctx, ctx.mine, serverId, { limit: 1, cursor: one.nextCursor ?? '' });
  expect([...one.data, ...two.data]).toEqual(data);
});

it('lists drifts newest first, page by page', async () => {
  for (let i = 0; i < 3; i++) {
    const id = newId('drift', START + i);
    driftIds.unshift(id);
    await ctx.database.db.insert(schema.drift).values({
      workspaceId: ctx.mine.workspaceId,
      id,
      serverId,
      at: new Date(START + i * 60_000),
      class: 'breaking',
      versionVerdict: 'understated',
      fromHash: 'h1',
      toHash: 'h2',
      fromVersion: '1.0.0',
      toVersion: `1.0.${i}`,
      regions: ['eu', 'us'],
      summary: 'a tool is gone',
      changes: [
        { class: 'additive', kind: 'tool_added', tool: 'b', pointer: '/b', before: null, after: {}, summary: HOSTILE },
        {
          class: 'breaking',
          kind: 'tool_removed',
          tool: 'a',
          pointer: '/a',
          before: {},
          after: null,
          summary: 'a gone',
        },
      ],
    });
  }
  const one = await listDrift(ctx, ctx.mine, serverId, { limit: 2 });
  const two = await listDrift(ctx, ctx.mine, serverId, { limit: 2, cursor: one.nextCursor ?? '' });
  expect([...one.data, ...two.data].map((drift) => drift.id)).toEqual(driftIds);
});

it('keeps the first who accepted a drift', async () => {
  const id = driftIds[0] ?? '';
  const accepted = await acceptDrift(ctx, ctx.mine, serverId, id, { note: 'Meant so.' });
  expect(accepted).toMatchObject({
    acceptedBy: ctx.mine.actor,
    acceptedNote: 'Meant so.',
    acceptedAt: new Date(START).toISOString(),
  });
  ctx.clock.advance(1000);
  const again = await acceptDrift(ctx, { ...ctx.mine, actor: 'key_somebody_else' }, serverId, id);
  expect(again).toEqual(accepted);
  expect(await getDrift(ctx, ctx.mine, serverId, id)).toEqual(accepted);
  expect(await ctx.rows(`select id from audit_log where action = 'drift.accepted'`)).toHaveLength(1);
});

it('writes a changelog in which nothing of the watched server is markup', async () => {
  await updateServer(ctx, ctx.mine, serverId, { name: 'A <b>server</b>' });
  const text = await renderChangelog(ctx, ctx.mine, serverId);
  expect(text.split('\n').slice(0, 12)).toEqual([
    '# Changelog of A \\<b\\>server\\</b\\>',
    '',
    '## 2026-11-02 10:02 UTC · 1.0.0 → 1.0.2',
    '',
    'The version says less than what changed.',
    '',
    '### Breaking',
    '',
    '- a gone',
    '',
    '### Additive',
    '',
  ]);
  expect(text).toContain('\\[click\\]\\(javascript\\:alert\\(1\\)\\) \\<script\\>');
  expect(text).not.toMatch(/^# Heading|\u202e/m);
});

it.each([
  ['<img src=x>', '\\<img src=x\\>'],
  ['[a](b) ![c](d)', '\\[a\\]\\(b\\) \\!\\[c\\]\\(d\\)'],
  ['`code` **b** _i_ ~~s~~', '\\`code\\` \\*\\*b\\*\\* \\_i\\_ \\~\\~s\\~\\~'],
  ['https://evil.example', 'https\\://evil.example'],
  ['www.evil.example', 'www\\.evil.example'],
  ['me@evil.example', 'me\\@evil.example'],
  ['&lt;', '\\&lt;'],
  ['\\<b>', '\\\\\\<b\\>'],
  ['1. item', '1\\. item'],
  ['--- | a', '\\--- \\| a'],
  ['read-file 1.2.3, then', 'read-file 1.2.3, then'],
])('writes %j as words', (text, expected) => {
  expect(markdownText(text)).toBe(expected);
});

import { createServerBody, putRulesBody, type Server } from '@alivemcp/contracts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createChannel } from '../channel/create-channel.ts';
import type { Scope } from '../context.ts';
import { putRules, putServerRules } from '../rules/put-rules.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext, type TestContext } from '../testing/test-context.ts';
import { emitEvents } from './emit-event.ts';
import type { News } from './new-event.ts';

const MINUTE_MS = 60_000;
let ctx: TestContext;
beforeEach(async () => {
  ctx = await createTestContext(['eu']);
  for (const scope of [ctx.mine, ctx.theirs])
    await createChannel(ctx, scope, { type: 'slack', url: 'https://hooks.slack.com/services/T/B/x' });
});
afterEach(() => ctx.close());

let registered = 0;
const register = (scope: Scope) =>
  registerServer(ctx, scope, createServerBody.parse({ url: `https://s${++registered}.example/mcp` }));

function down({ workspaceId }: Scope, { id, name, url, slug }: Server): News {
  const at = ctx.clock.now();
  const openedAt = new Date(at).toISOString();
  const incident = { id: `inc_${id}`, kind: 'down' as const, state: 'investigating' as const, title: name, openedAt };
  return {
    event: {
      type: 'server.down',
      at,
      incidentId: incident.id,
      data: {
        workspaceId,
        server: { id, name, url, slug },
        sequence: 1,
        dedupKey: incident.id,
        status: 'down',
        incident: { ...incident, resolvedAt: null, durationMs: null, version: 1, acknowledgedAt: null },
        links: {},
      },
    },
    audience: { kind: 'subscribed' },
  };
}
const emit = (news: News[]) => ctx.database.transaction((tx) => emitEvents(tx, ctx, news));
/** Of each server how its delivery is held, if it has one. */
const heldOf = async (servers: Server[]) => {
  const rows = await ctx.rows(`select e.server_id, coalesce(d.held_for, 'not') as held from delivery d
    join event e on e.workspace_id = d.workspace_id and e.id = d.event_id`);
  const held = new Map(rows.map((row) => [row.server_id, row.held]));
  return servers.map(({ id }) => held.get(id));
};

it('each server of a batch has its own rules, and each workspace its own channels and storms', async () => {
  const mine = [await register(ctx.mine), await register(ctx.mine), await register(ctx.mine)];
  const theirs = [await register(ctx.theirs), await register(ctx.theirs), await register(ctx.theirs)];
  const rules = (body: object) => putRulesBody.parse(body);
  await putServerRules(ctx, ctx.mine, mine[1]?.id ?? '', rules({ afterMs: MINUTE_MS }));
  await putRules(ctx, ctx.theirs, rules({ routes: [{ events: ['server.down'], channelIds: [] }] }));
  await putServerRules(ctx, ctx.theirs, theirs[2]?.id ?? '', rules({}));

  const news = mine.flatMap((server, i) => [
    down(ctx.mine, server),
    ...(theirs[i] ? [down(ctx.theirs, theirs[i])] : []),
  ]);
  const ids = await emit(news);
  expect(new Set(ids).size).toBe(6);
  expect(await ctx.rows('select id from event order by id')).toEqual(ids.toSorted().map((id) => ({ id })));
  expect(await heldOf(mine)).toEqual(['not', 'after', 'not']);
  expect(await heldOf(theirs)).toEqual([undefined, undefined, 'not']);
  expect(await ctx.rows('select count(*)::int from delivery')).toEqual([{ count: 4 }]);
});

it('of many that go at once the first five are told one by one, in one batch as in many', async () => {
  const servers: Server[] = [];
  for (let i = 0; i < 12; i++) servers.push(await register(ctx.mine));
  await emit(servers.slice(0, 3).map((server) => down(ctx.mine, server)));
  await emit(servers.slice(3).map((server) => down(ctx.mine, server)));
  expect(await heldOf(servers)).toEqual([...Array(5).fill('not'), ...Array(7).fill('storm')]);
});

it('writes nothing for nothing', async () => {
  expect(await emit([])).toEqual([]);
  expect(await ctx.rows('select from event')).toEqual([]);
});

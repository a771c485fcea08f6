import { createChannelBody, createServerBody, listServersFilter, putRulesBody } from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Scope, ServiceContext } from './context.ts';
import * as services from './index.ts';
import { ALL, createTestContext, type TestContext } from './testing/test-context.ts';

const DRIFT = 'drf_01k9x2m4q8r6t3v5w7y9z1b3c5';
type Ids = { server: string; incident: string; channel: string; delivery: string; key: string };
type Verb = (ctx: ServiceContext, scope: Scope, ids: Ids) => Promise<unknown>;

/** Every verb that takes an id, called with ids that exist, in another workspace. */
const VERBS: Record<string, Verb> = {
  getServer: (ctx, scope, { server }) => services.getServer(ctx, scope, server),
  updateServer: (ctx, scope, { server }) => services.updateServer(ctx, scope, server, { name: 'mine now' }),
  deleteServer: (ctx, scope, { server }) => services.deleteServer(ctx, scope, server),
  pauseServer: (ctx, scope, { server }) => services.pauseServer(ctx, scope, server),
  resumeServer: (ctx, scope, { server }) => services.resumeServer(ctx, scope, server),
  listProbes: (ctx, scope, { server }) => services.listProbes(ctx, scope, server, {}, ALL),
  readUptime: (ctx, scope, { server }) => services.readUptime(ctx, scope, server, '24h'),
  getTools: (ctx, scope, { server }) => services.getTools(ctx, scope, server),
  listToolVersions: (ctx, scope, { server }) => services.listToolVersions(ctx, scope, server, ALL),
  listDrift: (ctx, scope, { server }) => services.listDrift(ctx, scope, server, ALL),
  getDrift: (ctx, scope, { server }) => services.getDrift(ctx, scope, server, DRIFT),
  acceptDrift: (ctx, scope, { server }) => services.acceptDrift(ctx, scope, server, DRIFT),
  renderChangelog: (ctx, scope, { server }) => services.renderChangelog(ctx, scope, server),
  createIncident: (ctx, scope, { server }) =>
    services.createIncident(ctx, scope, { serverId: server, title: 'x', body: 'x' }),
  getIncident: (ctx, scope, { incident }) => services.getIncident(ctx, scope, incident),
  updateIncident: (ctx, scope, { incident }) => services.updateIncident(ctx, scope, incident, { title: 'x' }),
  acknowledgeIncident: (ctx, scope, { incident }) => services.acknowledgeIncident(ctx, scope, incident),
  addIncidentUpdate: (ctx, scope, { incident }) =>
    services.addIncidentUpdate(ctx, scope, incident, { state: 'resolved', body: 'x' }),
  getChannel: (ctx, scope, { channel }) => services.getChannel(ctx, scope, channel),
  updateChannel: (ctx, scope, { channel }) => services.updateChannel(ctx, scope, channel, { enabled: false }),
  deleteChannel: (ctx, scope, { channel }) => services.deleteChannel(ctx, scope, channel),
  rotateChannelSecret: (ctx, scope, { channel }) => services.rotateChannelSecret(ctx, scope, channel),
  testChannel: (ctx, scope, { channel }) => services.testChannel(ctx, scope, channel),
  replayChannel: (ctx, scope, { channel }) => services.replayChannel(ctx, scope, channel, '2026-01-01T00:00:00Z'),
  getDelivery: (ctx, scope, { delivery }) => services.getDelivery(ctx, scope, delivery),
  replayDelivery: (ctx, scope, { delivery }) => services.replayDelivery(ctx, scope, delivery),
  getServerRules: (ctx, scope, { server }) => services.getServerRules(ctx, scope, server),
  putServerRules: (ctx, scope, { server }) => services.putServerRules(ctx, scope, server, putRulesBody.parse({})),
  deleteServerRules: (ctx, scope, { server }) => services.deleteServerRules(ctx, scope, server),
  muteServer: (ctx, scope, { server }) => services.muteServer(ctx, scope, server, 60_000),
  unmuteServer: (ctx, scope, { server }) => services.unmuteServer(ctx, scope, server),
  revokeKey: (ctx, scope, { key }) => services.revokeKey(ctx, scope, key),
};

let ctx: TestContext;
let ids: Ids;

beforeAll(async () => {
  ctx = await createTestContext();
  const { mine } = ctx;
  const url = 'https://a.example/mcp';
  const server = await services.registerServer(ctx, mine, createServerBody.parse({ url }));
  const channel = await services.createChannel(ctx, mine, createChannelBody.parse({ type: 'webhook', url }));
  const incident = await services.createIncident(ctx, mine, { serverId: server.id, title: 'Slow', body: 'We look' });
  const [delivery] = (await services.listDeliveries(ctx, mine, {}, ALL)).data;
  const key = await services.createKey(ctx, mine, { name: 'CI' });
  await ctx.database.db.insert(schema.drift).values({
    workspaceId: mine.workspaceId,
    id: DRIFT,
    serverId: server.id,
    at: new Date(ctx.clock.now()),
    class: 'additive',
    versionVerdict: 'honest',
    fromHash: 'a',
    toHash: 'b',
    regions: ['eu'],
    summary: 'one tool more',
    changes: [],
  });
  ids = {
    server: server.id,
    incident: incident.id,
    channel: channel.id,
    delivery: delivery?.id ?? '',
    key: key.id,
  };
});
afterAll(() => ctx.close());

const everything = () =>
  ctx.rows(`select (select json_agg(t) from server t) as servers, (select json_agg(t) from server_state t) as states,
    (select json_agg(t) from server_region t) as regions, (select json_agg(t) from incident t) as incidents,
    (select json_agg(t) from incident_update t) as updates, (select json_agg(t) from channel t) as channels,
    (select json_agg(t) from delivery t) as deliveries, (select json_agg(t) from event t) as events,
    (select json_agg(t) from api_key t) as keys, (select json_agg(t) from drift t) as drifts,
    (select json_agg(t) from audit_log t) as audit`);

describe.each(Object.keys(VERBS))('%s of something in another workspace', (name) => {
  it('answers not_found and changes nothing', async () => {
    const before = await everything();
    await expect(VERBS[name]?.(ctx, ctx.theirs, ids)).rejects.toMatchObject({ code: 'not_found', status: 404 });
    expect(await everything()).toEqual(before);
  });
});

it('lists show nothing of another workspace', async () => {
  const { theirs } = ctx;
  const lists = await Promise.all([
    services.listServers(ctx, theirs, listServersFilter.parse({}), ALL),
    services.listIncidents(ctx, theirs, { serverId: ids.server }, ALL),
    services.listChannels(ctx, theirs, ALL),
    services.listDeliveries(ctx, theirs, { serverId: ids.server }, ALL),
    services.listKeys(ctx, theirs, ALL),
  ]);
  expect(lists.flatMap((list) => list.data as unknown[])).toEqual([]);
  const audit = await services.listAuditLog(ctx, theirs, ALL);
  expect(audit.data.map((entry) => entry.action)).toEqual(['workspace.created']);
});

it('answers the owner', async () => {
  await services.getServer(ctx, ctx.mine, ids.server);
  await services.getIncident(ctx, ctx.mine, ids.incident);
  await services.getChannel(ctx, ctx.mine, ids.channel);
  await services.getDelivery(ctx, ctx.mine, ids.delivery);
  await services.getDrift(ctx, ctx.mine, ids.server, DRIFT);
});

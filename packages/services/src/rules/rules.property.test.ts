import type { EventType, PutRulesBody } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acknowledgeIncident } from '../incident/acknowledge-incident.ts';
import { listIncidents } from '../incident/list-incidents.ts';
import { ALL } from '../testing/test-context.ts';
import { muteServer, unmuteServer } from './mute-server.ts';
import { MINUTE, type RulesWorld, rulesWorld } from './testing/rules-world.ts';

const SERVERS = 8;
/** What each takes; the one without is PagerDuty and takes all. */
const TAKEN: (EventType[] | null)[] = [
  null,
  ['server.down', 'server.recovered'],
  ['server.recovered', 'incident.updated'],
  ['server.down', 'incident.resolved'],
  ['incident.opened', 'incident.resolved'],
];
const CHANNELS = TAKEN.length + 1;
const HOUR = 60 * MINUTE;
const BEGINNINGS = ['server.down', 'incident.opened'];
const RECOVERY = ['server.recovered', 'incident.resolved'];

/** Routes to channels by their place. */
const routes = fc.constantFrom<{ events: EventType[] | null; to: number[] }[]>(
  [],
  [{ events: ['server.recovered'], to: [] }],
  [{ events: ['server.down'], to: [0, 3] }],
  [
    { events: ['incident.opened', 'incident.resolved'], to: [0, 4] },
    { events: null, to: [0, 1, 3, 5] },
  ],
);
const rules: fc.Arbitrary<Partial<PutRulesBody>> = fc.record(
  {
    afterMs: fc.constantFrom(0, 5 * MINUTE, 20 * MINUTE),
    remindEveryMs: fc.constantFrom(null, 30 * MINUTE),
    quietHours: fc.constantFrom(
      { from: '11:00', to: '12:30', timeZone: 'UTC', days: ['mon' as const] },
      { from: '10:30', to: '18:00', timeZone: 'UTC', days: ['mon' as const, 'tue' as const] },
    ),
  },
  { requiredKeys: [] },
);
const server = fc.nat({ max: SERVERS - 1 });
const step = fc.oneof(
  fc.record({ do: fc.constantFrom('down' as const, 'up' as const), server }),
  fc.record({ do: fc.constantFrom('mute' as const, 'unmute' as const), server }),
  fc.record({ do: fc.constantFrom('storm' as const, 'calm' as const, 'acknowledge' as const) }),
  fc.record({ do: fc.constant('break' as const), channel: fc.nat({ max: CHANNELS - 1 }) }),
  fc.record({ do: fc.constant('repair' as const) }),
  fc.record({ do: fc.constant('rules' as const), rules, routes, escalates: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function play(world: RulesWorld, steps: Step[]): Promise<string[]> {
  const servers: string[] = [];
  for (let i = 0; i < SERVERS; i++) servers.push(await world.server(i === 0 ? ['critical'] : []));
  const people = await Promise.all(TAKEN.map((events) => world.channel(events ? { events } : {})));
  const pager = await world.channel({ type: 'pagerduty', routingKey: 'x'.repeat(32) } as never);
  const channels = [...people, pager];
  const broken = new Set<string>();
  const turn = () => world.turn((id) => !broken.has(id));
  for (const each of steps) {
    const id = 'server' in each ? (servers[each.server] ?? '') : '';
    if (each.do === 'down') await world.down(id);
    if (each.do === 'up') await world.up(id);
    if (each.do === 'storm') await world.down(...servers);
    if (each.do === 'calm') await world.up(...servers);
    if (each.do === 'mute') await muteServer(world.ctx, world.scope, id, HOUR);
    if (each.do === 'unmute') await unmuteServer(world.ctx, world.scope, id);
    if (each.do === 'acknowledge') {
      const { data } = await listIncidents(world.ctx, world.scope, { state: 'open' }, ALL);
      if (data[0]) await acknowledgeIncident(world.ctx, world.scope, data[0].id);
    }
    if (each.do === 'break') broken.add(channels[each.channel] ?? '');
    if (each.do === 'repair') broken.clear();
    if (each.do === 'rules') {
      const escalate = each.escalates ? { afterMs: HOUR, channelId: channels[2] ?? '' } : null;
      const to = each.routes.map((route) => ({
        events: route.events,
        channelIds: route.to.map((i) => channels[i] ?? ''),
      }));
      await world.rules({ ...each.rules, escalate, routes: to });
    }
    world.clock.advance(each.do === 'pass' ? each.minutes * MINUTE : 1_000);
    await turn();
  }
  broken.clear();
  await world.up(...servers);
  for (let i = 0; i < 40; i++) {
    await turn();
    world.clock.advance(HOUR);
  }
  return channels;
}

/** What a channel was told of as begun: incidents, and servers where it was a digest, which names each of them once. */
function begunOn(world: RulesWorld, channelId: string): Set<string | null | undefined> {
  const begun = world.told.flatMap((each) => {
    const { type, data } = each.body;
    if (each.channelId !== channelId) return [];
    if (type === 'servers.down') return (data.servers ?? []).map(({ id }) => id);
    const isBeginning =
      ['server.down', 'incident.opened', 'incident.escalated'].includes(type) || data.combines?.length;
    return isBeginning ? [data.incident?.id] : [];
  });
  return new Set(begun);
}

async function check(world: RulesWorld, channels: string[]): Promise<void> {
  const pager = channels.at(-1);
  const ids = world.told.map(({ deliveryId }) => deliveryId);
  expect(ids, 'nothing is told twice').toEqual([...new Set(ids)]);
  for (const { channelId, body } of world.told) {
    const { type, data } = body;
    const begun = begunOn(world, channelId);
    const over =
      type === 'server.recovered'
        ? [{ id: data.server?.id, incidentId: data.incident?.id }]
        : type === 'servers.recovered'
          ? (data.servers ?? [])
          : [];
    for (const { id, incidentId } of over)
      expect(begun.has(id) || begun.has(incidentId), `${type} of ${incidentId} without its beginning`).toBe(true);
    if (channelId === pager) expect(type).not.toMatch(/^servers\./);
  }
  const news = world.told.flatMap(({ channelId, body: { type, data } }) =>
    type === 'server.down' || type === 'server.recovered' ? [`${channelId} ${type} ${data.incident?.id}`] : [],
  );
  expect(news, 'no change is told twice').toEqual([...new Set(news)]);
  const changes = world.told.flatMap(({ channelId, body: { type, data } }) => {
    const change = ['server.down', 'incident.opened'].includes(type)
      ? 'begins'
      : RECOVERY.includes(type)
        ? 'ends'
        : null;
    return change && channelId !== pager ? [`${channelId} ${data.incident?.id} ${change}`] : [];
  });
  expect(changes, 'people are told once of a change').toEqual([...new Set(changes)]);
  for (const [place, channelId] of channels.entries()) checkEnds(world, channelId, TAKEN[place] ?? null);
  const lost =
    await world.ctx.rows(`select e.type, d.* from delivery d join event e on e.workspace_id = d.workspace_id and e.id = d.event_id
    left join delivery said on said.workspace_id = d.workspace_id and said.id = d.merged_into
    left join delivery by_it on by_it.workspace_id = said.workspace_id and by_it.id = said.merged_into
    where d.state not in ('delivered', 'cancelled') and coalesce(by_it.state, said.state, d.state) not in ('delivered', 'cancelled')`);
  expect(lost, 'what is not cancelled is told in the end').toEqual([]);
}

/** Nobody hears that something began after hearing that it is over, and who heard that it began hears that it is over. */
function checkEnds(world: RulesWorld, channelId: string, taken: EventType[] | null): void {
  const told = world.told.filter((each) => each.channelId === channelId).map(({ body }) => body);
  const places = (incidentId: string, types: string[]) =>
    told.flatMap(({ type, data }, i) => (types.includes(type) && data.incident?.id === incidentId ? [i] : []));
  const cameBack = told.flatMap(({ type, data }) => (type === 'servers.recovered' ? (data.servers ?? []) : []));
  for (const { data } of told.filter(({ type }) => BEGINNINGS.includes(type))) {
    const id = data.incident?.id ?? '';
    const [begins, ends] = [places(id, BEGINNINGS), places(id, RECOVERY)];
    if (ends[0] !== undefined) expect(Math.max(...begins), `${id} begins after its end`).toBeLessThan(ends[0]);
    if (taken?.some((type) => RECOVERY.includes(type)) === false) continue;
    const isOver = ends.length > 0 || cameBack.some(({ incidentId }) => incidentId === id);
    expect(isOver, `${id} never ended for ${taken ?? 'one that takes all'}`).toBe(true);
  }
}

test('whatever happens: no end without a beginning, nothing twice, nothing lost', { timeout: 300_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const world = await rulesWorld();
      try {
        await check(world, await play(world, steps));
      } finally {
        await world.end();
      }
    }),
    { numRuns: 10 },
  );
});

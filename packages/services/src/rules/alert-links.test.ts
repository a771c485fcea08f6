import type { WebhookBody } from '@alivemcp/contracts';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDeliveries } from '../delivery/claim-deliveries.ts';
import { getDelivery } from '../delivery/get-delivery.ts';
import { loadDelivery } from '../delivery/load-delivery.ts';
import { getServer } from '../server/get-server.ts';
import { acknowledgeByLink, readAcknowledgeLink } from './acknowledge-by-link.ts';
import { muteByLink, readMuteLink } from './mute-by-link.ts';
import { muteServer } from './mute-server.ts';
import { MINUTE, type RulesWorld, rulesWorld } from './testing/rules-world.ts';

const DAY = 1_440 * MINUTE;
let world: RulesWorld;
let server: string;
beforeEach(async () => {
  world = await rulesWorld();
  server = await world.server();
});
afterEach(() => world.end());

/** The links of an alert of a server that went down, as a channel of this type gets it. */
async function linksTo(about: object) {
  await world.channel({ ...about, events: ['server.down'] } as never);
  await world.down(server);
  const [claimed] = await claimDeliveries(world.ctx, 1);
  const job = { workspaceId: claimed?.workspaceId ?? '', deliveryId: claimed?.deliveryId ?? '', attempt: 1 };
  const sent = JSON.parse((await loadDelivery(world.ctx, job))?.body ?? '') as WebhookBody;
  const token = (url: string | undefined) => new URL(url ?? 'x:').searchParams.get('token') ?? '';
  const { pages = {} } = sent.data;
  return { deliveryId: job.deliveryId, pages, acknowledge: token(pages.acknowledge), mute: token(pages.mute) };
}
const SLACK = { type: 'slack', url: 'https://hooks.slack.com/services/T/B/x' };

test('a person acknowledges by the link of an alert, once and again, and only that incident', async () => {
  const { pages, acknowledge, mute } = await linksTo(SLACK);
  expect(pages.acknowledge).toMatch(/^https:\/\/alive\.example\/acknowledge\?token=v1\./);
  expect(pages.acknowledge?.length).toBeLessThan(300);
  expect(await readAcknowledgeLink(world.ctx, acknowledge)).toMatchObject({ title: 'S1 is down', state: 'open' });
  for (let i = 0; i < 2; i++)
    expect(await acknowledgeByLink(world.ctx, acknowledge)).toMatchObject({ state: 'acknowledged' });
  expect(await world.ctx.rows('select acknowledged_by, version from incident')).toEqual([
    { acknowledged_by: 'link', version: 2 },
  ]);
  expect(await acknowledgeByLink(world.ctx, mute)).toBeNull();
  expect(await acknowledgeByLink(world.ctx, `${acknowledge}x`)).toBeNull();
  world.clock.advance(MINUTE);
  await world.up(server);
  expect(await acknowledgeByLink(world.ctx, acknowledge)).toMatchObject({ state: 'over' });
});

test('a link is over after seven days', async () => {
  const { acknowledge, mute } = await linksTo(SLACK);
  world.clock.advance(7 * DAY - 1);
  expect(await readAcknowledgeLink(world.ctx, acknowledge)).not.toBeNull();
  world.clock.advance(1);
  expect(await acknowledgeByLink(world.ctx, acknowledge)).toBeNull();
  expect(await readMuteLink(world.ctx, mute)).toBeNull();
});

test('mutes for an hour by a link, and never shorter than it was', async () => {
  const { mute } = await linksTo(SLACK);
  expect(await muteByLink(world.ctx, mute)).toBe('S1');
  const mutedUntil = async () => Date.parse((await getServer(world.ctx, world.scope, server)).mutedUntil ?? '');
  expect((await mutedUntil()) - world.clock.now()).toBe(60 * MINUTE);
  await muteServer(world.ctx, world.scope, server, DAY);
  await muteByLink(world.ctx, mute);
  expect((await mutedUntil()) - world.clock.now()).toBe(DAY);
});

test('neither the log nor a program that is signed to gets them', async () => {
  const { deliveryId, pages } = await linksTo({ type: 'webhook', url: 'https://hook.example/' });
  expect(pages.acknowledge).toMatch(/#acknowledge$/);
  expect(pages).not.toHaveProperty('mute');
  const { payload } = await getDelivery(world.ctx, world.scope, deliveryId);
  expect(JSON.stringify(payload)).not.toContain('token=');
});

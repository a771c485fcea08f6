import { createServer, type Server } from 'node:net';
import { freePort } from '@alivemcp/testkit';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Anchor, createAnchors } from './anchors.ts';

let server: Server;
let open: Anchor;
let shut: Anchor;
let asked: number;
beforeEach(async () => {
  asked = 0;
  server = createServer(() => void asked++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  open = { host: '127.0.0.1', port: typeof address === 'object' && address ? address.port : 0 };
  shut = { host: '127.0.0.1', port: await freePort() };
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

test('half of them are enough', async () => {
  expect(await createAnchors([open]).areReachable()).toBe(true);
  expect(await createAnchors([open, shut]).areReachable()).toBe(true);
  expect(await createAnchors([open, shut, shut]).areReachable()).toBe(false);
  expect(await createAnchors([shut]).areReachable()).toBe(false);
});

test('without any nobody knows', async () => {
  expect(await createAnchors([]).areReachable()).toBeNull();
});

test('a storm of questions asks them once, and later again', async () => {
  let now = 1_000;
  const anchors = createAnchors([open], () => now);
  await Promise.all([anchors.areReachable(), anchors.areReachable()]);
  await anchors.areReachable();
  now += 6_000;
  await anchors.areReachable();
  await expect.poll(() => asked).toBe(2);
});

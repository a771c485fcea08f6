import { expect, it } from 'vitest';
import { channelHealth } from './channel-health.ts';

const SINCE = '2026-11-20T12:00:00.000Z';

it.each([
  [{ enabled: true, failingSince: null }, 'sound'],
  [{ enabled: true, failingSince: SINCE }, 'failing'],
  [{ enabled: false, failingSince: null }, 'off'],
  [{ enabled: false, failingSince: SINCE }, 'off'],
])('says how a channel is: %o', (channel, health) => {
  expect(channelHealth(channel)).toBe(health);
});

import { expect, test } from 'vitest';
import { createStorm } from './storm.ts';

const MINUTE = 60_000;

function world(hosts: number) {
  const storm = createStorm();
  let at = 10 * MINUTE;
  const round = (failing: (host: number) => boolean) => {
    at += MINUTE;
    for (let i = 0; i < hosts; i++)
      storm.note({ host: `h${i}`, serverId: `s${i}`, failing: failing(i), at: at - MINUTE + i });
    return storm.struck(at)?.serverIds.size ?? 0;
  };
  return { storm, round };
}

test('hosts that begin to fail together are a storm until they are back', () => {
  const { round } = world(40);
  expect(round(() => false)).toBe(0);
  expect(round((i) => i < 20)).toBe(20);
  expect(round((i) => i < 20)).toBe(20);
  // Who joins later belongs to it.
  expect(round((i) => i < 25)).toBe(25);
  expect(round((i) => i < 3)).toBe(0);
  expect(round((i) => i < 3)).toBe(0);
});

test('few, or a small share, are none', () => {
  const few = world(12);
  few.round(() => false);
  expect(few.round((i) => i < 9)).toBe(0);
  const share = world(100);
  share.round(() => false);
  expect(share.round((i) => i < 20)).toBe(0);
  share.round(() => false);
  expect(share.round((i) => i < 21)).toBe(21);
});

test('hosts that fail one after the other are none', () => {
  const { round } = world(40);
  round(() => false);
  for (let failing = 5; failing <= 40; failing += 5) expect(round((i) => i < failing)).toBe(0);
});

test('those that were never seen well do not count', () => {
  const { round } = world(40);
  expect(round((i) => i < 20)).toBe(0);
  expect(round((i) => i < 29)).toBe(0);
  expect(round((i) => i < 20)).toBe(0);
  expect(round((i) => i < 30)).toBe(10);
});

test('many servers of one host are one host', () => {
  const storm = createStorm();
  for (const failing of [false, true])
    for (let i = 0; i < 50; i++) storm.note({ host: 'one', serverId: `s${i}`, failing, at: MINUTE });
  expect(storm.struck(MINUTE)).toBeNull();
});

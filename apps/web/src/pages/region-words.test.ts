import { expect, it } from 'vitest';
import { regionWords } from './region-words.ts';

const say = (regions: Record<string, string>) =>
  regionWords(
    Object.entries(regions).map(([name, status]) => ({
      region: name,
      name,
      status,
      class: null,
      latencyMs: null,
      checkedAt: null,
    })),
  );

it('says where a server is up, worst first', () => {
  expect(say({})).toBe('Not checked from any region yet');
  expect(say({ Dublin: 'up' })).toBe('Up from Dublin');
  expect(say({ Dublin: 'up', Tokyo: 'up' })).toBe('Up from all 2 regions');
  expect(say({ Dublin: 'up', Tokyo: 'down', Oslo: 'up' })).toBe('Down from Tokyo, up from Dublin and Oslo');
  expect(say({ Dublin: 'up', Tokyo: 'toString' })).toBe('Unknown from Tokyo, up from Dublin');
});

import { expect, test } from 'vitest';
import { canonicalSurface, type SurfaceInput } from './canonical-surface.ts';
import { createSurfaceOnce } from './surface-once.ts';

const input = (): SurfaceInput => ({
  serverInfo: { name: 'a', version: '1.0.0' },
  capabilities: { tools: {} },
  instructions: 'x',
  lists: { prompts: [{ name: 'p' }], resources: [] },
});

test('works once for the same parts', () => {
  const surfaceOf = createSurfaceOnce();
  const seen = input();
  const surface = surfaceOf(seen);
  expect(surface).toEqual(canonicalSurface(seen));
  // A probe makes a new result of the same parts.
  expect(surfaceOf({ ...seen, serverInfo: { name: 'a', version: '2.0.0' }, lists: { ...seen.lists } })).toBe(surface);
});

test.each<[string, Partial<SurfaceInput>]>([
  ['another name', { serverInfo: { name: 'b', version: '1.0.0' } }],
  ['no name', { serverInfo: null }],
  ['other instructions', { instructions: 'y' }],
  ['other capabilities', { capabilities: {} }],
  ['no capabilities', { capabilities: null }],
  ['another list', { lists: { prompts: [{ name: 'q' }] } }],
])('%s is another surface', (_, other) => {
  const surfaceOf = createSurfaceOnce();
  const seen = input();
  const changed = { ...seen, ...other };
  expect(surfaceOf(seen)).toEqual(canonicalSurface(seen));
  expect(surfaceOf(changed)).toEqual(canonicalSurface(changed));
  expect(surfaceOf(seen)).toEqual(canonicalSurface(seen));
});

test('one array read as two lists is two surfaces', () => {
  const surfaceOf = createSurfaceOnce();
  const entries = [{ name: 'p', uri: 'a:b' }];
  const prompts = { ...input(), capabilities: null, lists: { prompts: entries } };
  const resources = { ...input(), capabilities: null, lists: { resources: entries } };
  expect(surfaceOf(prompts)).toEqual(canonicalSurface(prompts));
  expect(surfaceOf(resources)).toEqual(canonicalSurface(resources));
});

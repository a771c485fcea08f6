import { setTimeout as pause } from 'node:timers/promises';
import type { RecordedProbe } from '@alivemcp/services';
import { expect, test } from 'vitest';
import { createGathering } from './gathering.ts';

const probe = (serverId: string) => ({ serverId }) as RecordedProbe;

test('results that come together are stored together, also several of one server', async () => {
  const stored: string[][] = [];
  const store = async (probes: RecordedProbe[]) => void stored.push(probes.map(({ serverId }) => serverId));
  const gathering = createGathering({ isBehind: () => false, store, hold: store, stalledMs: 5_000 });
  await Promise.all(['a', 'b', 'a'].map((id) => gathering.add(probe(id))));
  expect(stored).toEqual([['a', 'b', 'a']]);
  await gathering.close();
});

test('while a write does not come back, whatever comes goes to the disk, sooner and later', async () => {
  const held: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const hold = async (probes: RecordedProbe[]) => void held.push(...probes.map(({ serverId }) => serverId));
  const gathering = createGathering({ isBehind: () => false, store: () => promise, hold, stalledMs: 50 });
  const first = gathering.add(probe('stuck'));
  await pause(200);
  await gathering.add(probe('early'));
  await gathering.add(probe('late'));
  expect(held).toEqual(['early', 'late']);
  resolve();
  await first;
  await gathering.close();
});

import { freePort } from '@alivemcp/testkit';
import { expect, test } from 'vitest';
import { openQueues } from './queues.ts';

test('a Redis that is away is said to be away, by its address, and not waited for for ever', async () => {
  const port = await freePort();
  const queues = openQueues({ kind: 'redis', url: `redis://:secret@127.0.0.1:${port}` }, () => {});
  await expect(queues.prepare()).rejects.toThrow(`Redis at 127.0.0.1:${port} does not answer`);
  expect(queues.isReady()).toBe(false);
  await queues.close();
});

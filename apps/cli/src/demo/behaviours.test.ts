import { canonicalToolList, diffToolLists, judgeVersion, worstClass } from '@alivemcp/drift';
import { createGuard } from '@alivemcp/net-guard';
import { probe } from '@alivemcp/probe';
import { afterEach, expect, test } from 'vitest';
import type { Behaviour } from './behaviour.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { docsSearch, docsSearchAfter, driftsBy } from './docs-search.ts';
import { legacyCrm } from './legacy-crm.ts';
import { type Listener, listen } from './listen.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { privateVault } from './private-vault.ts';
import { weather } from './weather.ts';

const guard = createGuard({ allowPrivate: true });
let elapsedMs = 0;
let listener: Listener;

afterEach(async () => {
  await listener.close();
  elapsedMs = 0;
});

async function serve(behaviour: Behaviour): Promise<void> {
  const { listens } = behaviour;
  const handle = behaviour.handle(() => elapsedMs);
  listener = await listen(0, handle, listens && (() => listens(elapsedMs)));
}

const look = (known: Behaviour['protocol'] = null) =>
  probe(
    {
      url: `http://127.0.0.1:${listener.port}/mcp`,
      transport: 'auto',
      auth: { type: 'none' },
      known,
      hadTools: false,
      expectations: {},
      clientName: null,
      checkTruth: false,
      timeoutMs: 10_000,
    },
    { guard },
  );

test.each([
  ['orders', orders],
  ['docs-search', docsSearch],
  ['weather', weather],
  ['payments', payments],
] as const)('%s is up, in the protocol and with the tools of its past', async (_slug, behaviour) => {
  await serve(behaviour);
  const seen = await look();
  expect(seen).toMatchObject({ outcome: 'up', posture: 'open', class: null, warnings: [] });
  expect(seen.protocol).toEqual(behaviour.protocol);
  const { version, tools = [], instructions } = behaviour.past.at(-1) ?? {};
  expect(seen.serverInfo?.version).toBe(version);
  expect(seen.instructions).toBe(instructions);
  expect(canonicalToolList(seen.tools ?? []).hash).toBe(canonicalToolList(tools).hash);
  expect(await look(behaviour.protocol)).toMatchObject({ outcome: 'up', protocol: behaviour.protocol });
});

test('weather takes its time', async () => {
  await serve(weather);
  expect((await look(weather.protocol)).latencyMs).toBeGreaterThan(2_000);
});

test('docs-search drifts in breaking, additive and cosmetic turns, and one version in six understates it', async () => {
  const turns = Array.from({ length: 6 }, (_, i) => {
    const [before, after] = [docsSearchAfter(i), docsSearchAfter(i + 1)];
    const lists = [before, after].map(({ tools }) => canonicalToolList(tools).tools);
    const drift = worstClass(diffToolLists(lists[0] ?? [], lists[1] ?? []));
    return [drift, after.version, drift && judgeVersion(drift, before.version, after.version)];
  });
  expect(turns).toEqual([
    ['breaking', '2.3.1', 'understated'],
    ['additive', '2.4.0', 'honest'],
    ['cosmetic', '2.4.1', 'honest'],
    ['breaking', '3.0.0', 'honest'],
    ['additive', '3.1.0', 'honest'],
    ['cosmetic', '3.1.1', 'honest'],
  ]);
  expect([0, 39_999, 40_000, 279_999, 280_000].map(driftsBy)).toEqual([0, 0, 1, 1, 2]);

  await serve(docsSearch);
  elapsedMs = 40_000;
  expect((await look()).serverInfo?.version).toBe('2.3.1');
});

test('payments refuses connections in its bad times, and comes back on the same port', async () => {
  await serve(payments);
  elapsedMs = 80_000;
  await listener.settle();
  expect(await look(payments.protocol)).toMatchObject({ outcome: 'down', class: 'tcp.refused' });
  elapsedMs = 140_000;
  await listener.settle();
  expect(await look(payments.protocol)).toMatchObject({ outcome: 'up', class: null });
});

test('payments is gone within a minute and a half, for 70 s, and then up for 110 s', () => {
  const states = Array.from({ length: 400 }, (_, second) => payments.listens?.(second * 1000));
  const changes = states.flatMap((state, second) => (second > 0 && state !== states[second - 1] ? [second] : []));
  expect(states[0]).toBe(true);
  expect(changes).toEqual([65, 135, 245, 315]);
});

test('legacy-crm answers every request with 200 and is down', async () => {
  await serve(legacyCrm);
  expect((await fetch(`http://127.0.0.1:${listener.port}/anything`)).status).toBe(200);
  for (const known of [null, legacyCrm.protocol]) {
    expect(await look(known)).toMatchObject({ outcome: 'down', class: 'http.content_type' });
  }
});

test('private-vault is up and asks for credentials, properly', async () => {
  await serve(privateVault);
  expect(await look()).toMatchObject({ outcome: 'up', posture: 'auth_required', class: 'auth.required', tools: null });
});

test('every tool list of a past is one that a client can use', () => {
  listener = { port: 0, settle: async () => {}, close: async () => {} };
  for (const { past } of BEHAVIOURS) {
    for (const { tools } of past) {
      const { duplicates, count } = canonicalToolList(tools);
      expect(duplicates).toEqual([]);
      expect(count).toBeGreaterThanOrEqual(3);
      expect(count).toBeLessThanOrEqual(8);
    }
  }
});

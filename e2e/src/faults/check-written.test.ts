import { expect, test } from 'vitest';
import { checkCoverage } from './check-coverage.ts';
import { checkWritten, type Received, type Truth } from './check-written.ts';
import type { Transition, Written, WrittenEvent, WrittenProbe } from './written.ts';

const T = 1_700_000_000_000;
const [FELL, ROSE, END] = [T + 20_000, T + 50_000, T + 100_000];

const truth = (changes: Partial<Truth> = {}): Truth => ({
  since: T,
  until: END,
  servers: new Map([['s', { name: 'Orders', outage: { fellAt: FELL, roseAt: ROSE } }]]),
  explains: () => false,
  ...changes,
});
const transition = (sequence: number, from: Transition['from'], to: Transition['to'], at: number): Transition => ({
  ...{ serverId: 's', sequence, from, to },
  ...{ at, decidedAt: at },
});
const probe = (at: number, outcome: WrittenProbe['outcome']): WrittenProbe => ({
  ...{ serverId: 's', region: 'one', scheduledAt: at, reason: 'scheduled', startedAt: at, outcome },
  ...{ class: null, suspect: false },
});
const event = (type: WrittenEvent['type']): WrittenEvent => ({ id: type, type, serverId: 's', createdAt: T });
const TOLD = ['server.down', 'incident.opened', 'server.recovered', 'incident.resolved'] as const;
const RECEIVED: Received[] = TOLD.map((type) => ({ id: type, type, serverId: 's', sequence: 2, dedupKey: 'inc' }));

/** An outage as it should be written down; slot 0 of 10 s in one region. */
const right = (changes: Partial<Written> = {}): Written => ({
  transitions: [
    transition(1, 'pending', 'up', T - 60_000),
    transition(2, 'up', 'down', FELL),
    transition(3, 'down', 'up', ROSE),
  ],
  incidents: [{ serverId: 's', kind: 'down', openedAt: FELL, resolvedAt: ROSE }],
  events: TOLD.map(event),
  probes: Array.from({ length: 11 }, (_, i) => {
    const at = T + i * 10_000;
    return probe(at, at >= FELL && at < ROSE ? 'down' : 'up');
  }),
  places: [{ serverId: 's', region: 'one', slot: 0, intervalS: 10 }],
  ...changes,
});
const without = (from: number, to: number) =>
  right().probes.filter(({ startedAt }) => startedAt <= from || startedAt >= to);

test('an outage that is written down and told as it was has no fault', () => {
  expect(checkWritten(right(), RECEIVED, truth())).toEqual([]);
  expect(checkWritten(right(), [...RECEIVED, ...RECEIVED], truth())).toEqual([]);
  expect(checkCoverage(right(), truth())).toEqual({ due: 9, lost: [], faults: [] });
});

test.each<[string, Partial<Written>, RegExp]>([
  [
    'a hole in the sequence',
    { transitions: right().transitions.map((t) => ({ ...t, sequence: t.sequence * 2 })) },
    /has the sequence 2/,
  ],
  ['a change that is missing', { transitions: right().transitions.slice(0, 2) }, /became down; down, up was right/],
  [
    'a change that nobody made',
    { transitions: [...right().transitions, transition(4, 'up', 'degraded', END - 1_000)] },
    /became down, up, degraded/,
  ],
  [
    'a wrong date',
    { transitions: [...right().transitions.slice(0, 2), transition(3, 'down', 'up', ROSE + 15_000)] },
    /up is dated 15000 ms after/,
  ],
  ['a claim about what nobody saw', { probes: without(T + 50_000, END) }, /up is claimed for 25000 ms/],
  [
    'a needless unknown',
    {
      transitions: [
        ...right().transitions,
        transition(4, 'up', 'unknown', T + 60_000),
        transition(5, 'unknown', 'up', T + 70_000),
      ],
    },
    /unknown for 10000 ms though/,
  ],
  [
    'an incident that stays open',
    { incidents: [{ serverId: 's', kind: 'down', openedAt: FELL, resolvedAt: null }] },
    /incidents "down open"/,
  ],
  [
    'an event twice',
    { events: [...right().events, { ...event('server.down'), id: 'again' }] },
    /told .*server.down,server.down/,
  ],
])('%s is found', (_what, changes, fault) => {
  expect(checkWritten(right(changes), RECEIVED, truth()).join()).toMatch(fault);
});

test('what does not arrive, or under two ids, is found', () => {
  expect(checkWritten(right(), RECEIVED.slice(1), truth())).toEqual(['Orders: server.down never arrived']);
  const again = RECEIVED.map((one) => ({ ...one, id: `${one.id} again` }));
  expect(checkWritten(right(), [...RECEIVED, ...again], truth())).toHaveLength(4);
});

test('a probe that is missing is found unless the fault explains it, and so is one that was not due', () => {
  const lacking = right({ probes: without(T + 50_000, T + 70_000) });
  expect(checkCoverage(lacking, truth()).faults).toHaveLength(1);
  expect(checkCoverage(lacking, truth({ explains: () => true }))).toMatchObject({ lost: [{}], faults: [] });
  const stray = right({ probes: [...right().probes, probe(T + 5_000, 'up')] });
  expect(checkCoverage(stray, truth()).faults).toHaveLength(1);
});

import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { every, type Queues } from '@alivemcp/queue';
import { reportProber, type ServiceContext, sawElsewhere, shareBacklog } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { createAssignment } from './assignment/assignment.ts';
import { readAssignment, writeAssignment } from './assignment/assignment-file.ts';
import { createOwnClock } from './own-clock.ts';
import { type ProbeDeps, probeBatch } from './probe-batch.ts';
import { createFlushTurn } from './recorder/flush-turn.ts';
import { createRecorder } from './recorder/recorder.ts';
import { openSpool } from './recorder/spool/spool.ts';
import { createSteadyClock } from './steady-clock.ts';
import { type Anchor, createAnchors } from './trust/anchors.ts';
import { watchProcess } from './trust/process-health.ts';
import { createTrust } from './trust/trust.ts';
import { createTurnstile } from './turnstile.ts';

export type ProberDeps = {
  services: ServiceContext;
  queues: Pick<Queues, 'onProbeBatch' | 'isReady'>;
  guard: ProbeDeps['guard'];
  region: string;
  /** Where results wait for a database that is away, and what to go on with is kept; absolute. */
  dataDir: string;
  /** Most that waiting results may take of the disk. */
  bufferBytes: number;
  /** What answers whenever our own network works; may be empty. */
  anchors: readonly Anchor[];
  version: string;
  log: Logger;
  metrics: Metrics;
};

export type RunningProber = {
  /** Whether it knows from before what to probe. */
  canGoOn: boolean;
  /** Takes batches from the queue, which must be ready. */
  work(): void;
  /** Cancels running probes (what they saw half of is not recorded); what waits stays on disk. Close the queues after it. */
  close(): Promise<void>;
};

const BATCHES_AT_ONCE = 50;
const PROBES_AT_ONCE = 1_000;
const HEARTBEAT_MS = 5_000;
const TURN_MS = 1_000;
const SAVE_MS = 60_000;

/** The worker of one region: takes its batches, probes, records; left alone it goes on with what it was given. */
export async function startProber(deps: ProberDeps): Promise<RunningProber> {
  const { queues, region, log, metrics } = deps;
  const clock = createSteadyClock();
  const { now } = clock;
  const services = { ...deps.services, clock };
  const self = { id: randomUUID(), region, version: deps.version, startedAt: now() };
  const stopping = new AbortController();
  const spool = await openSpool(join(deps.dataDir, 'results', region), deps.bufferBytes, now);
  const turn = createFlushTurn((at) => shareBacklog(services, self.id, at));
  const recorder = createRecorder({ services, spool, turn, log, metrics }, region);
  const file = join(deps.dataDir, 'assignment', `${region}.json`);
  const kept = await readAssignment(file, now());
  const assignment = createAssignment(kept);
  const health = watchProcess();
  const trust = createTrust({
    process: health,
    anchors: createAnchors(deps.anchors),
    elsewhere: (serverIds) => sawElsewhere(services, region, serverIds),
    now,
  });
  const probing = { ...deps, services, clock, recorder, assignment, trust, turnstile: createTurnstile(PROBES_AT_ONCE) };
  const probe = (batch: Parameters<typeof probeBatch>[1]) => probeBatch({ ...probing, signal: stopping.signal }, batch);
  const ownClock = createOwnClock({
    assignment,
    now,
    knownUntil: Math.max(0, ...kept.map(({ dueAt }) => dueAt)),
    run: (targets, dueAt) =>
      void probe({ region, dueAt, reason: 'scheduled', targets }).catch((error: unknown) =>
        log.error({ err: error, region }, 'a second of our own clock failed'),
      ),
  });

  const beat = async (ended: boolean) => {
    const state = { doubt: trust.state(), onItsOwn: ownClock.isAlone(), ...recorder.backlog(), ended };
    metrics.proberTrusted.set({ region }, state.doubt ? 0 : 1);
    metrics.proberAlone.set({ region }, state.onItsOwn ? 1 : 0);
    const { now: time, newestTickAt } = await reportProber(services, { ...self, health: state });
    clock.set(time);
    trust.heardTime();
    if (newestTickAt !== null && queues.isReady()) ownClock.covered(newestTickAt);
  };
  const save = () => writeAssignment(file, assignment.current(ownClock.coveredUntil()), now());
  const loops = [
    every('heartbeat', HEARTBEAT_MS, log, () => beat(false)),
    every('own clock', TURN_MS, log, async () => ownClock.turn()),
    every('saving the assignment', SAVE_MS, log, save),
  ];

  return {
    canGoOn: kept.length > 0,
    work: () => queues.onProbeBatch(region, probe, BATCHES_AT_ONCE),
    async close() {
      stopping.abort();
      const stopped = Promise.all(loops.map((loop) => loop.stop()));
      health.close();
      await recorder.close();
      await stopped;
      await save();
      await beat(true).catch(() => {});
    },
  };
}

import { type RecordedProbe, recordBatch, type ServiceContext } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import { createGathering } from './gathering.ts';
import type { Spool } from './spool/spool.ts';

export type Recorder = {
  /** Returns when the result is recorded, or safe on the disk, or had to be given up, which is counted and logged. */
  record(probe: RecordedProbe): Promise<void>;
  /** Results that wait on the disk, since when (epoch ms), and results given up since the start. */
  backlog(): { waiting: number; waitingSince: number | null; dropped: number };
  /** Stops trying. What waits on the disk stays for the next start. */
  close(): Promise<void>;
};

export type RecorderDeps = {
  services: ServiceContext;
  spool: Spool;
  /** Returns when what was put on the disk at `at` (epoch ms) may be written. Throws while the database is away. */
  turn(at: number): Promise<void>;
  log: Logger;
  metrics: Metrics;
};

const RETRY_MS = 2_000;
/** A write that takes longer than this counts as a database that is away: what came meanwhile goes to the disk. */
const STALLED_MS = 5_000;

/**
 * Writes results in the order they come, many in one transaction. While the database is away they wait on disk, and are
 * written late, oldest first, with their true times, and judged as of then: what is not over when it is told is told as it was.
 */
export function createRecorder({ services, spool, turn, log, metrics }: RecorderDeps, region: string): Recorder {
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> | undefined;
  let dropped = 0;
  let closed = false;
  /** The database was away, and nothing has been written since. */
  let wasAway = false;

  const write = async (probes: RecordedProbe[], ctx = services) => {
    const { recorded, judged } = await recordBatch(ctx, region, probes);
    metrics.resultsRecorded.inc({ region }, recorded);
    metrics.judgements.inc(judged);
  };
  const drop = (count: number, error: unknown) => {
    dropped += count;
    metrics.resultsDropped.inc({ region }, count);
    log.error({ err: error, dropped: count, region }, 'results dropped');
  };
  const showWaiting = () => metrics.resultsWaiting.set({ region }, spool.waiting());
  const isAway = () =>
    services.database.ping().then(
      () => false,
      () => true,
    );
  /** While the database answers, a batch that it refuses is split until the culprit is alone. Returns false while it is away. */
  const settle = async (probes: RecordedProbe[], ctx = services): Promise<boolean> => {
    try {
      await write(probes, ctx);
      return true;
    } catch (error) {
      if (await isAway()) {
        log.warn({ err: error, region, results: probes.length }, 'the database is away: results wait');
        wasAway = true;
        return false;
      }
      if (probes.length === 1) {
        drop(1, error);
        return true;
      }
      const half = Math.ceil(probes.length / 2);
      const first = await settle(probes.slice(0, half), ctx);
      return (await settle(probes.slice(half), ctx)) && first;
    }
  };
  const hold = async (probes: RecordedProbe[]) => {
    try {
      const given = await spool.put(probes);
      if (given > 0) drop(given, new Error('the database has been away too long for the disk'));
    } catch (error) {
      drop(probes.length, error);
    }
    showWaiting();
    flushLater();
  };
  const flush = async () => {
    for (let batch = spool.oldest(); batch && !closed; batch = spool.oldest()) {
      await turn(batch.at);
      const probes = await spool.read(batch);
      if (probes === null) drop(batch.results, new Error(`the file ${batch.name} cannot be read`));
      else if (!(await settle(probes, asOf(services, probes)))) return;
      await spool.remove(batch);
      wasAway = false;
      showWaiting();
    }
  };
  const flushLater = () => {
    if (closed || flushing || spool.waiting() === 0) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      flushing = flush()
        .catch((error: unknown) => log.debug({ err: error, region }, 'the database is still away'))
        .finally(() => {
          flushing = undefined;
          flushLater();
        });
    }, RETRY_MS);
  };
  const isBehind = () => spool.waiting() > 0;
  const isBack = async () => {
    try {
      await turn(services.clock.now());
      wasAway = false;
      return true;
    } catch {
      return false;
    }
  };
  const gathering = createGathering({
    isBehind,
    stalledMs: STALLED_MS,
    store: async (probes) => {
      // Behind what waits on the disk, here or with others, so that each server's results are seen in their order.
      if (isBehind() || (wasAway && !(await isBack())) || !(await settle(probes))) await hold(probes);
    },
    hold,
  });

  showWaiting();
  flushLater();
  return {
    record: gathering.add,
    backlog: () => ({ waiting: spool.waiting(), waitingSince: spool.oldest()?.at ?? null, dropped }),
    async close() {
      await gathering.close();
      closed = true;
      clearTimeout(timer);
      await flushing;
    },
  };
}

/** The services as of the moment at which the last of these probes ended. */
function asOf(services: ServiceContext, probes: RecordedProbe[]): ServiceContext {
  const now = Math.max(...probes.map(({ result }) => Math.ceil(result.startedAt + result.durationMs)));
  return { ...services, clock: { now: () => Math.min(now, services.clock.now()) } };
}

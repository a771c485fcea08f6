import { type RecordedProbe, recordBatch, type ServiceContext } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';
import type { Spool } from './spool/spool.ts';

export type ResultBuffer = {
  /** Records results now, or as soon as the database takes them again, with their true times. */
  record(probes: RecordedProbe[]): Promise<void>;
  /** Stops trying. What waits stays on disk for the next start. */
  close(): Promise<void>;
};

type BufferDeps = { services: ServiceContext; spool: Spool; log: Logger; metrics: Metrics };

const RETRY_MS = 2_000;

/** Holds results on disk while the database is away, and writes them late. What the disk cannot hold is counted and logged. */
export async function createResultBuffer(deps: BufferDeps, region: string): Promise<ResultBuffer> {
  const { services, spool, log, metrics } = deps;
  let timer: NodeJS.Timeout | undefined;
  let flushing: Promise<void> = Promise.resolve();
  let closed = false;

  const write = async (probes: RecordedProbe[]) => {
    const { recorded, judged } = await recordBatch(services, region, probes);
    metrics.resultsRecorded.inc({ region }, recorded);
    metrics.judgements.inc(judged);
  };
  const drop = (dropped: number, error: unknown) => {
    metrics.resultsDropped.inc({ region }, dropped);
    log.error({ err: error, dropped, region }, 'results dropped');
  };
  const showWaiting = async () => {
    const waiting = await spool.list();
    metrics.resultsWaiting.set(
      { region },
      waiting.reduce((sum, batch) => sum + batch.results, 0),
    );
    return waiting;
  };
  const isAway = () =>
    services.database.ping().then(
      () => false,
      () => true,
    );
  const later = () => {
    if (!closed) timer ??= setTimeout(() => (flushing = flush()), RETRY_MS);
  };
  const hold = async (probes: RecordedProbe[]) => {
    try {
      const dropped = await spool.put(probes);
      if (dropped > 0) drop(dropped, new Error('the database has been away too long for the disk'));
    } catch (error) {
      drop(probes.length, error);
    }
    await showWaiting();
    later();
  };
  /** While the database answers, a batch that it refuses is split until the culprit is alone. Returns false while it is away. */
  const settle = async (probes: RecordedProbe[]): Promise<boolean> => {
    try {
      await write(probes);
      return true;
    } catch (error) {
      if (await isAway()) {
        log.warn({ err: error, region, results: probes.length }, 'the database is away: results wait');
        return false;
      }
      if (probes.length === 1) {
        drop(1, error);
        return true;
      }
      const half = Math.ceil(probes.length / 2);
      const first = await settle(probes.slice(0, half));
      return (await settle(probes.slice(half))) && first;
    }
  };
  const flush = async () => {
    timer = undefined;
    for (const batch of await showWaiting()) {
      const probes = await spool.read(batch);
      if (probes === null) drop(batch.results, new Error(`the file ${batch.name} cannot be read`));
      else if (closed || !(await settle(probes))) return later();
      await spool.remove(batch);
    }
    await showWaiting();
  };

  if ((await showWaiting()).length > 0) later();
  return {
    async record(probes) {
      if (!(await settle(probes))) await hold(probes);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await flushing;
    },
  };
}

import { type RecordedProbe, recordBatch, type ServiceContext } from '@alivemcp/services';
import type { Logger, Metrics } from '@alivemcp/telemetry';

export type ResultBuffer = {
  /** Records results now, or as soon as the database takes them again, with their true times. */
  record(probes: RecordedProbe[]): Promise<void>;
  /** Tries once more to write what waits, then gives up on it. */
  close(): Promise<void>;
};

const MAX_WAITING = 50_000;
const RETRY_MS = 2_000;

/** Holds results while the database is away, in memory and bounded: the oldest are dropped first, counted and logged. */
export function createResultBuffer(
  { services, log, metrics }: { services: ServiceContext; log: Logger; metrics: Metrics },
  region: string,
): ResultBuffer {
  let waiting: RecordedProbe[][] = [];
  let timer: NodeJS.Timeout | undefined;

  const write = async (probes: RecordedProbe[]) => {
    const { recorded, judged } = await recordBatch(services, region, probes);
    metrics.resultsRecorded.inc({ region }, recorded);
    metrics.judgements.inc(judged);
  };
  const hold = (probes: RecordedProbe[]) => {
    waiting.push(probes);
    let count = waiting.reduce((sum, batch) => sum + batch.length, 0);
    while (count > MAX_WAITING) {
      const dropped = waiting.shift()?.length ?? 0;
      count -= dropped;
      drop(dropped, new Error('the database has been away too long'));
    }
    timer ??= setTimeout(flush, RETRY_MS);
  };
  /** Writes what can be written. While the database answers, a batch that it refuses is split until the culprit is alone. */
  const settle = async (probes: RecordedProbe[]): Promise<void> => {
    try {
      await write(probes);
    } catch (error) {
      const away = await services.database.ping().then(
        () => false,
        () => true,
      );
      if (away) {
        log.warn({ err: error, region, results: probes.length }, 'the database is away: results wait');
        return hold(probes);
      }
      if (probes.length === 1) return drop(probes.length, error);
      for (const probe of probes) await settle([probe]);
    }
  };
  const drop = (dropped: number, error: unknown) => {
    metrics.resultsDropped.inc({ region }, dropped);
    log.error({ err: error, dropped, region }, 'results dropped');
  };
  const flush = async () => {
    timer = undefined;
    const batches = waiting;
    waiting = [];
    for (const batch of batches) await settle(batch);
  };

  return {
    record: settle,
    async close() {
      clearTimeout(timer);
      const batches = waiting;
      waiting = [];
      for (const batch of batches) {
        await write(batch).catch((error: unknown) => drop(batch.length, error));
      }
    },
  };
}

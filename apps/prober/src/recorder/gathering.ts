import type { RecordedProbe } from '@alivemcp/services';

type Waiting = { probe: RecordedProbe; done(): void };

export type GatheringDeps = {
  /** Whether results go to the disk anyway: then more of them are gathered for a file. */
  isBehind(): boolean;
  /** Stores results, several of a server in the order of time. Never throws. */
  store(probes: RecordedProbe[]): Promise<void>;
  /** Takes what cannot wait for `store` any more, which has not come back for `stalledMs`. Never throws. */
  hold(probes: RecordedProbe[]): Promise<void>;
  stalledMs: number;
};

/** Long enough that a second's probes share a few transactions, short enough that nobody notices. */
const GATHER_MS = 100;
const GATHER_BEHIND_MS = 1_000;
const MOST = 500;

/** Gathers single results into batches, and stores one batch after the other. */
export function createGathering({ isBehind, store, hold, stalledMs }: GatheringDeps) {
  const waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let storing: Promise<void> | undefined;

  const take = () => waiting.splice(0, MOST);
  const hand = async (batch: Waiting[], to: (probes: RecordedProbe[]) => Promise<void>) => {
    await to(batch.map(({ probe }) => probe));
    for (const { done } of batch) done();
  };
  const storeAll = async () => {
    while (waiting.length > 0) {
      const stalled = setInterval(holdAll, stalledMs);
      await hand(take(), store);
      clearInterval(stalled);
    }
  };
  const holdAll = async () => {
    while (waiting.length > 0) await hand(take(), hold);
  };
  const start = () => {
    timer = undefined;
    storing ??= storeAll().finally(() => {
      storing = undefined;
      if (waiting.length > 0) start();
    });
  };

  return {
    add: (probe: RecordedProbe) =>
      new Promise<void>((done) => {
        waiting.push({ probe, done });
        if (!storing) timer ??= setTimeout(start, isBehind() ? GATHER_BEHIND_MS : GATHER_MS);
      }),
    /** Returns when all that was added is stored. */
    async close() {
      clearTimeout(timer);
      while (waiting.length > 0 || storing) {
        start();
        await storing;
      }
    },
  };
}

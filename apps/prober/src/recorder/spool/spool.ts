import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedProbe } from '@alivemcp/services';
import { UNFINISHED, writeWhole } from '../../write-whole.ts';
import { packBatch, unpackBatch } from './pack-batch.ts';

/** A batch on disk. Names sort by age. */
export type Spooled = { name: string; results: number; bytes: number /** When it was put, epoch ms. */; at: number };

/** Results that wait on disk for the database, oldest first. It outlives the process. */
export type Spool = {
  /** Returns how many results, the oldest, had to be given up to make room. Throws when the disk takes nothing. */
  put(probes: RecordedProbe[]): Promise<number>;
  oldest(): Spooled | undefined;
  /** How many results wait. */
  waiting(): number;
  /** Null when it is gone, or cannot be read: a file that was cut off by a crash. */
  read(batch: Spooled): Promise<RecordedProbe[] | null>;
  remove(batch: Spooled): Promise<void>;
};

const NAME = /^(\d{15})-\d+-\d+-(\d+)\.json$/;

/** Keeps at most `maxBytes` in a directory of its own, which need not exist yet and which nobody else writes to. */
export async function openSpool(dir: string, maxBytes: number, now: () => number = Date.now): Promise<Spool> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  let serial = 0;
  let waiting = 0;
  let bytes = 0;
  const batches: Spooled[] = [];
  const add = (batch: Spooled) => {
    batches.push(batch);
    waiting += batch.results;
    bytes += batch.bytes;
  };
  for (const name of (await readdir(dir)).sort()) {
    const [, at, results] = NAME.exec(name) ?? [];
    if (results !== undefined)
      add({ name, results: Number(results), bytes: (await stat(join(dir, name))).size, at: Number(at) });
    else if (name.endsWith(UNFINISHED)) await rm(join(dir, name));
  }
  const remove = async (batch: Spooled) => {
    await rm(join(dir, batch.name), { force: true });
    const [taken] = batches.splice(batches.indexOf(batch) >>> 0, 1);
    waiting -= taken?.results ?? 0;
    bytes -= taken?.bytes ?? 0;
  };

  return {
    remove,
    oldest: () => batches[0],
    waiting: () => waiting,
    async put(probes) {
      const text = packBatch(probes);
      const needed = Buffer.byteLength(text);
      let dropped = 0;
      for (let oldest = batches[0]; oldest && bytes + needed > maxBytes; oldest = batches[0]) {
        await remove(oldest);
        dropped += oldest.results;
      }
      const at = now();
      const name = `${String(at).padStart(15, '0')}-${process.pid}-${serial++}-${probes.length}.json`;
      await writeWhole(join(dir, name), text);
      add({ name, results: probes.length, bytes: needed, at });
      return dropped;
    },
    async read({ name }) {
      try {
        return unpackBatch(await readFile(join(dir, name), 'utf8'));
      } catch {
        return null;
      }
    },
  };
}

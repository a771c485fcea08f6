import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { RecordedProbe } from '@alivemcp/services';
import { packBatch, unpackBatch } from './pack-batch.ts';

/** A batch on disk. Names sort by age. */
export type Spooled = { name: string; results: number };

/** Results that wait on disk for the database, oldest first. It outlives the process. */
export type Spool = {
  /** Returns how many results, the oldest, had to be given up to make room. Throws when the disk takes nothing. */
  put(probes: RecordedProbe[]): Promise<number>;
  list(): Promise<Spooled[]>;
  /** Null when it is gone, or cannot be read: a file that was cut off by a crash. */
  read(batch: Spooled): Promise<RecordedProbe[] | null>;
  remove(batch: Spooled): Promise<void>;
};

const NAME = /^\d{15}-\d+-\d+-(\d+)\.json$/;

/** Keeps at most `maxBytes` in a directory of its own, which need not exist yet. */
export async function openSpool(dir: string, maxBytes: number): Promise<Spool> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  let serial = 0;

  const list = async (): Promise<Spooled[]> => {
    const names = (await readdir(dir)).sort();
    return names.flatMap((name) => {
      const [, results] = NAME.exec(name) ?? [];
      return results === undefined ? [] : [{ name, results: Number(results) }];
    });
  };
  const remove = ({ name }: Spooled) => rm(join(dir, name), { force: true });
  const sizeOf = (name: string) =>
    stat(join(dir, name)).then(
      ({ size }) => size,
      () => 0,
    );

  const makeRoom = async (bytes: number): Promise<number> => {
    const batches = await list();
    const sizes = await Promise.all(batches.map(({ name }) => sizeOf(name)));
    let total = sizes.reduce((sum, size) => sum + size, bytes);
    let dropped = 0;
    for (const [i, batch] of batches.entries()) {
      if (total <= maxBytes) break;
      await remove(batch);
      total -= sizes[i] ?? 0;
      dropped += batch.results;
    }
    return dropped;
  };

  return {
    list,
    remove,
    async put(probes) {
      const text = packBatch(probes);
      const dropped = await makeRoom(Buffer.byteLength(text));
      const age = String(Date.now()).padStart(15, '0');
      const name = `${age}-${process.pid}-${serial++}-${probes.length}.json`;
      await writeWhole(join(dir, name), text);
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

/** All of it or nothing, and on the disk when it returns. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

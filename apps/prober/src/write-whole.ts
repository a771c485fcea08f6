import { open, rename, rm } from 'node:fs/promises';

/** How the name of a file ends while it is written; one that is found was left by a crash. */
export const UNFINISHED = '.part';

/** Writes a file for its owner alone: all of it or nothing, and on the disk when it returns. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}${UNFINISHED}`;
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

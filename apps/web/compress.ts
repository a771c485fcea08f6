import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Puts a `.br` and a `.gz` beside every file of a directory, so that nobody compresses at request time. */
export async function compress(dir: string): Promise<void> {
  for (const name of await readdir(dir)) {
    const bytes = await readFile(join(dir, name));
    await writeFile(join(dir, `${name}.br`), brotliCompressSync(bytes));
    await writeFile(join(dir, `${name}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeWhole } from '../write-whole.ts';
import type { Assigned } from './assignment.ts';

const VERSION = 1;
/** Older than this it names too many servers that nobody wants probed any more. */
const MAX_AGE_MS = 86_400_000;

type Kept = { version: number; savedAt: number; assigned: Assigned[] };

/** What the last prober of this data directory was given; nothing when there is no file that can be used. Credentials stay sealed. */
export async function readAssignment(path: string, now: number): Promise<Assigned[]> {
  try {
    const kept = JSON.parse(await readFile(path, 'utf8')) as Kept;
    return kept.version === VERSION && now - kept.savedAt < MAX_AGE_MS ? kept.assigned : [];
  } catch {
    return [];
  }
}

export async function writeAssignment(path: string, assigned: Assigned[], now: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeWhole(path, JSON.stringify({ version: VERSION, savedAt: now, assigned } satisfies Kept));
}

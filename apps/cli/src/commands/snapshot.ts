import { note, printJson } from '../output/stdio.ts';
import { EXIT } from './exit-codes.ts';
import type { ProbeOptions } from './probe-options.ts';
import { probeTools } from './probe-tools.ts';
import { snapshotDocument } from './snapshot-document.ts';
import { writeAtomically } from './write-atomically.ts';

/** `alivemcp snapshot <url>`: the canonical tool list into a file, or to stdout. Returns the exit code. */
export async function snapshot(
  url: string,
  options: ProbeOptions & { output: string; json?: boolean },
): Promise<number> {
  const document = snapshotDocument(await probeTools(url, options));
  if (options.json || options.output === '-') {
    printJson(document);
    return EXIT.ok;
  }
  await writeAtomically(options.output, `${JSON.stringify(document, null, 2)}\n`);
  const count = document.tools.length;
  note(`${options.output}: ${count} ${count === 1 ? 'tool' : 'tools'}, ${document.hash}`);
  return EXIT.ok;
}

import { diffJson } from '../output/diff-json.ts';
import { diffText } from '../output/diff-text.ts';
import { print, printJson } from '../output/stdio.ts';
import { compareSides, noteEras } from './compare-sides.ts';
import { EXIT, EXIT_DRIFT } from './exit-codes.ts';
import { type FailOn, reaches } from './fail-on.ts';
import type { ProbeOptions } from './probe-options.ts';
import { readSide } from './read-side.ts';

/** `alivemcp diff <old> <new|url>`: what changed, and exit 1 when it is as bad as `--fail-on` says. Returns the exit code. */
export async function diff(
  before: string,
  after: string,
  options: ProbeOptions & { json?: boolean; failOn?: FailOn },
): Promise<number> {
  const was = await readSide(before, options);
  const is = await readSide(after, options);
  noteEras(was, is);
  const comparison = compareSides(was, is);
  if (options.json) printJson(diffJson(comparison));
  else print(diffText(comparison));
  const { class: worst } = comparison;
  return worst !== null && options.failOn && reaches(worst, options.failOn) ? EXIT_DRIFT : EXIT.ok;
}

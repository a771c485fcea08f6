import { diffToolLists, judgeVersion, worstClass } from '@alivemcp/drift';
import { diffText } from '../output/diff-text.ts';
import { note, print, printJson } from '../output/stdio.ts';
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
  if (was.era && is.era && was.era !== is.era) {
    note(
      `the two lists are of different protocol eras (${was.era}, ${is.era}); servers may describe themselves differently`,
    );
  }
  const changes = diffToolLists(was.list.tools, is.list.tools);
  const worst = worstClass(changes);
  const versionVerdict = worst && judgeVersion(worst, was.version, is.version);
  if (options.json) printJson({ class: worst, versionVerdict, changes });
  else print(diffText(changes, worst, versionVerdict));
  return worst !== null && options.failOn && reaches(worst, options.failOn) ? EXIT_DRIFT : EXIT.ok;
}

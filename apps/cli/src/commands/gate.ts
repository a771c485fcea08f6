import { gateJson } from '../output/gate-json.ts';
import { gateText } from '../output/gate-text.ts';
import { note, print, printJson } from '../output/stdio.ts';
import { noteEras } from './compare-sides.ts';
import { exitCodeOfGate } from './exit-codes.ts';
import type { FailOn } from './fail-on.ts';
import type { Expected } from './gate/expected.ts';
import { judge } from './gate/judge.ts';
import { stopOnInterrupt } from './gate/stop-on-interrupt.ts';
import { tellProgress } from './gate/tell-progress.ts';
import { gateVerdict } from './gate/verdict.ts';
import { shortestWaitMs, waitUntilGood } from './gate/wait-until-good.ts';
import { parseDuration, TIMEOUT, WAIT } from './parse-duration.ts';
import type { ProbeOptions } from './probe-options.ts';
import { readSnapshot, seenSide } from './read-side.ts';
import { createProbe } from './run-probe.ts';
import { UsageError } from './usage-error.ts';
import { assertWritable, writeAtomically } from './write-atomically.ts';

export type GateOptions = ProbeOptions & {
  wait: string;
  consecutive: number;
  snapshot?: string;
  expectVersion?: string;
  failOn?: FailOn;
  output?: string;
  json?: boolean;
};

/** `alivemcp gate <url>`: waits until the server is good, or the time is over. Returns the exit code. */
export async function gate(url: string, options: GateOptions): Promise<number> {
  const { consecutive, output } = options;
  const waitMs = parseWait(options);
  const expected = await readExpected(options);
  if (output !== undefined) await assertWritable(output);
  const stop = stopOnInterrupt();
  try {
    const probe = await createProbe(url, options, stop.signal);
    note(`alivemcp: waiting up to ${waitMs / 1000} s for ${url}`);
    const waited = await waitUntilGood({
      probe,
      judge: (result) => judge(result, expected),
      waitMs,
      timeoutMs: parseDuration(options.timeout, TIMEOUT),
      consecutive,
      onSeen: tellProgress(consecutive, note),
      signal: stop.signal,
    });
    const verdict = gateVerdict(waited, expected, consecutive);
    const { tools } = waited.last.result;
    if (expected.snapshot && tools) noteEras(expected.snapshot, seenSide({ ...waited.last.result, tools }));
    const document = gateJson(url, verdict);
    if (output !== undefined) await writeAtomically(output, `${JSON.stringify(document, null, 2)}\n`);
    if (options.json) printJson(document);
    else print(gateText(url, verdict));
    return exitCodeOfGate(verdict.reason);
  } catch (error) {
    const code = stop.exitCode();
    if (code === null) throw error;
    note('alivemcp: interrupted, no verdict');
    return code;
  } finally {
    stop.forget();
  }
}

function parseWait({ wait, consecutive }: GateOptions): number {
  const waitMs = parseDuration(wait, WAIT);
  const shortest = shortestWaitMs(consecutive);
  if (waitMs >= shortest) return waitMs;
  throw new UsageError(
    `--wait: ${wait} is too short for ${consecutive} good probes in a row; ${shortest / 1000}s or more`,
  );
}

async function readExpected({ expectVersion, snapshot, failOn }: GateOptions): Promise<Expected> {
  if (failOn !== undefined && snapshot === undefined) throw new UsageError('--fail-on: goes with --snapshot');
  // An unset variable of a script: a wait for the impossible.
  if (expectVersion?.trim() === '') throw new UsageError('--expect-version: the version is empty');
  return {
    version: expectVersion ?? null,
    snapshot: snapshot === undefined ? null : await readSnapshot(snapshot),
    failOn: failOn ?? 'breaking',
  };
}

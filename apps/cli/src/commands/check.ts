import { checkJson } from '../output/check-json.ts';
import { checkText } from '../output/check-text.ts';
import { print, printJson } from '../output/stdio.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { ProbeOptions } from './probe-options.ts';
import { runProbe } from './run-probe.ts';

/** `alivemcp check <url>`: one probe, told in full. Returns the exit code. */
export async function check(url: string, options: ProbeOptions & { json?: boolean }): Promise<number> {
  const result = await runProbe(url, options);
  if (options.json) printJson(checkJson(url, result));
  else print(checkText(url, result));
  return exitCodeOf(result);
}

import type { ProbeResult } from '@alivemcp/contracts';
import { checkText } from '../output/check-text.ts';
import { note } from '../output/stdio.ts';
import { EXIT, exitCodeOf } from './exit-codes.ts';
import { NoTools } from './no-tools.ts';
import type { ProbeOptions } from './probe-options.ts';
import { runProbe } from './run-probe.ts';

/** A probe that reached the tool list. */
export async function probeTools(url: string, options: ProbeOptions): Promise<ProbeResult & { tools: unknown[] }> {
  const result = await runProbe(url, options);
  const { tools } = result;
  if (tools !== null) return { ...result, tools };
  note(checkText(url, result));
  throw new NoTools(exitCodeOf(result) || EXIT.down);
}

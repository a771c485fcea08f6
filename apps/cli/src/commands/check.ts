import { checkJson } from '../output/check-json.ts';
import { checkText } from '../output/check-text.ts';
import { print, printJson } from '../output/stdio.ts';
import { exitCodeOf } from './exit-codes.ts';
import { parseTarget } from './parse-target.ts';
import type { ProbeOptions } from './probe-options.ts';
import { runProbe } from './run-probe.ts';
import { UsageError } from './usage-error.ts';

/** `alivemcp check <url>`: one probe, told in full, and what the official clients say when asked for. Returns the exit code. */
export async function check(
  url: string,
  options: ProbeOptions & { json?: boolean; clients?: boolean },
): Promise<number> {
  if (options.clients && options.publicOnly) {
    throw new UsageError('--clients: the official clients know no egress guard, so they cannot run with --public-only');
  }
  const result = await runProbe(url, options);
  const refused = result.class === 'target.refused';
  const clients = options.clients ? (refused ? [] : await askClients(url, options)) : undefined;
  if (options.json) printJson(checkJson(url, result, clients));
  else print(checkText(url, result, clients));
  return exitCodeOf(result);
}

async function askClients(url: string, options: ProbeOptions) {
  const clients = await import('../clients/ask-clients.ts');
  return clients.askClients(parseTarget(url, options));
}

import { cleanLine, type Outcome, type Phase, type ProbeResult } from '@alivemcp/contracts';
import { canonicalToolList } from '@alivemcp/drift';
import type { ClientVerdict } from '../clients/verdict.ts';
import { clientsText } from './clients-text.ts';
import { paint } from './paint.ts';
import { stateLine } from './state-line.ts';

const MAX_NAMES = 20;

/** A probe for people: state, what is wrong and what to try, phases, what the server says of itself, what clients say of it. */
export function checkText(url: string, result: ProbeResult, clients: ClientVerdict[] = []): string {
  const parts = [
    [`${stateLine(result)}  ${cleanLine(url, 2048)}`],
    trouble(result),
    phases(result),
    facts(result),
    result.warnings.map(({ class: name, summary }) => `${paint('yellow', `! ${name}`)}  ${cleanLine(summary, 500)}`),
    clientsText(clients),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines, index) => lines.map((line) => (index === 0 ? line : `  ${line}`)).join('\n'))
    .join('\n\n');
}

function trouble({ class: name, summary, firstAction }: ProbeResult): string[] {
  if (name === null) return [];
  return [
    `${paint('bold', name)}  ${cleanLine(summary, 500)}`,
    ...(firstAction === null ? [] : [`First: ${cleanLine(firstAction, 500)}`]),
  ];
}

function phases({ phases: all, durationMs, attempts, outcome }: ProbeResult): string[] {
  const lines = all.map((phase) => `${mark(phase, outcome)} ${phase.name.padEnd(12)}${time(phase.ms)}`);
  const tries = attempts > 1 ? `  (${attempts} attempts)` : '';
  return [...lines, `  ${'total'.padEnd(12)}${time(durationMs)}${tries}`];
}

/** Of a server that is up, a phase without success was a question it may answer with no: which era it is of. */
function mark({ ok }: Phase, outcome: Outcome): string {
  if (ok) return paint('green', '✓');
  return outcome === 'up' ? paint('gray', '·') : paint('red', '✗');
}

const time = (ms: number): string => `${ms.toFixed(1).padStart(9)} ms`;

function facts({ serverInfo, protocol, tools, instructions, certificate }: ProbeResult): string[] {
  const list = tools === null ? null : canonicalToolList(tools);
  const names = list?.names.slice(0, MAX_NAMES).map((name) => cleanLine(name)) ?? [];
  const more = list && list.names.length > MAX_NAMES ? [`… ${list.names.length - MAX_NAMES} more`] : [];
  return [
    ...(serverInfo ? [row('server', `${cleanLine(serverInfo.name)} ${cleanLine(serverInfo.version)}`)] : []),
    ...(protocol
      ? [row('protocol', `MCP ${cleanLine(protocol.version)} (${protocol.era}, ${protocol.transport})`)]
      : []),
    ...(list ? [row('tools', `${list.count}${names.length > 0 ? `: ${[...names, ...more].join(', ')}` : ''}`)] : []),
    ...(list ? [row('hash', list.hash)] : []),
    ...(instructions ? [row('says', cleanLine(instructions, 200))] : []),
    ...(certificate ? [row('certificate', `${certificate.daysLeft} days left`)] : []),
  ];
}

const row = (name: string, value: string): string => `${paint('gray', name.padEnd(14))}${value}`;

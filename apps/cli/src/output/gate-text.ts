import { cleanLine } from '@alivemcp/contracts';
import type { GateVerdict } from '../commands/gate/verdict.ts';
import { checkText } from './check-text.ts';
import { diffText } from './diff-text.ts';
import { paint } from './paint.ts';

/** The verdict of a gate for people: what did not hold, what changed against the snapshot, the last probe in full. */
export function gateText(url: string, { passed, sentences, waitedMs, probes, last }: GateVerdict): string {
  const word = passed ? paint('green', '✓ PASSED') : paint('red', '✗ NOT PASSED');
  const seconds = (waitedMs / 1000).toFixed(1);
  return [
    `${word}  after ${seconds} s and ${probes} ${probes === 1 ? 'probe' : 'probes'}`,
    sentences.map((sentence) => `  ${cleanLine(sentence, 500)}`).join('\n'),
    last.comparison === null ? '' : `Against the snapshot:\n\n${diffText(last.comparison)}`,
    `The last probe:\n\n${checkText(url, last.result)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

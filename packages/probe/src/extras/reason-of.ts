import { cleanLine, cleanText, FAILURE_CLASSES, type FailureClass } from '@alivemcp/contracts';
import type { Context } from '../context.ts';
import { ProbeFailure } from '../failure.ts';
import { LIMITS } from '../limits.ts';
import { createRedactor } from '../redact.ts';

/** Three of them fit into a summary. */
const MAX_CHARS = 160;
/** Far more than is shown, so that no secret is cut before it is found. */
const LOOKED_AT_CHARS = 4096;

/** Where the sentence of a class is about the handshake or the tools. */
const IN_OTHER_WORDS: Partial<Record<FailureClass, string>> = {
  'http.timeout_headers': 'There was no answer in time.',
  'mcp.result_type': 'The result is of a type that cannot answer this.',
  'mcp.tools_invalid': 'The answer holds no such list.',
  'limit.tools': `It has more than ${LIMITS.tools} entries or ${LIMITS.pages} pages, or too long a cursor.`,
};

/** A stranger's words as one short line without our secrets. */
export const shown = (ctx: Context, text: string, max = MAX_CHARS): string =>
  cleanLine(createRedactor(ctx.secrets).text(cleanText(text.slice(0, LOOKED_AT_CHARS))), max);

/** Why a further question was not answered, as a sentence. Throws what is our own again: a bug, a cancelled probe. */
export function reasonOf(ctx: Context, error: unknown): string {
  if (!(error instanceof ProbeFailure) || error.failureClass.startsWith('observer.')) throw error;
  const { failureClass, facts } = error;
  return shown(ctx, facts.detail ?? IN_OTHER_WORDS[failureClass] ?? FAILURE_CLASSES[failureClass].sentence);
}

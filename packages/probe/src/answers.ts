import { isUtf8 } from 'node:buffer';
import { type JsonReading, parseBoundedJson } from './bounded-json.ts';
import { LIMITS } from './limits.ts';
import { isSame, type Raw, textOf } from './raw.ts';

export type Answer = {
  reading: JsonReading | { ok: false; why: 'encoding' };
  /** Whether it holds a word that makes a closer look at the schemas of tools worthwhile. */
  suspicious: boolean;
};

type Known = { raw: Raw; answer: Answer };

/** The last long answer to each question, the one not asked for longest first. The values must not be written to. */
export type Answers = { known: Map<string, Known>; bytes: number };

export const noAnswers = (): Answers => ({ known: new Map(), bytes: 0 });

/**
 * Reads a stranger's JSON, or gives the very answer it gave before for the same bytes: our request ids are constant, so a
 * server that has not changed answers byte for byte as it did. `question` is its URL and the request's id.
 */
export function readAnswer(answers: Answers, question: string, raw: Raw): Answer {
  if (raw.length < LIMITS.answerMinBytes) return read(raw);
  const before = answers.known.get(question);
  if (before !== undefined) forget(answers, question, before.raw);
  const known = before !== undefined && isSame(before.raw, raw) ? before : { raw: own(raw), answer: read(raw) };
  if (!known.answer.reading.ok) return known.answer;
  answers.known.set(question, known);
  answers.bytes += raw.length;
  for (const [oldest, { raw }] of answers.known) {
    if (answers.bytes <= LIMITS.answersBytes) break;
    forget(answers, oldest, raw);
  }
  return known.answer;
}

function forget(answers: Answers, question: string, raw: Raw): void {
  answers.known.delete(question);
  answers.bytes -= raw.length;
}

/** What was read from a socket is a piece of something larger, which must not be kept with it. */
const own = (raw: Raw): Raw => (typeof raw === 'string' ? raw : new Uint8Array(raw));

function read(raw: Raw): Answer {
  if (typeof raw !== 'string' && !isUtf8(raw)) return { reading: { ok: false, why: 'encoding' }, suspicious: false };
  const text = textOf(raw);
  return { reading: parseBoundedJson(text), suspicious: text.includes('$ref') || text.includes('x-mcp-header') };
}

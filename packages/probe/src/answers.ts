import { type JsonReading, parseBoundedJson } from './bounded-json.ts';
import { LIMITS } from './limits.ts';

/** The last long answer to each question, the one not asked for longest first. The values must not be written to. */
export type Answers = { known: Map<string, { text: string; reading: JsonReading }>; chars: number };

export const noAnswers = (): Answers => ({ known: new Map(), chars: 0 });

/**
 * Parses a stranger's JSON, or gives the very value it gave before for the same text: our request ids are constant, so a
 * server that has not changed answers character for character as it did. `question` is its URL and the request's id.
 */
export function parseAnswer(answers: Answers, question: string, text: string): JsonReading {
  if (text.length < LIMITS.answerMinChars) return parseBoundedJson(text);
  const before = answers.known.get(question);
  if (before !== undefined) forget(answers, question, before.text);
  const reading = before?.text === text ? before.reading : parseBoundedJson(text);
  if (!reading.ok) return reading;
  answers.known.set(question, { text, reading });
  answers.chars += text.length;
  for (const [oldest, { text }] of answers.known) {
    if (answers.chars <= LIMITS.answersChars) break;
    forget(answers, oldest, text);
  }
  return reading;
}

function forget(answers: Answers, question: string, text: string): void {
  answers.known.delete(question);
  answers.chars -= text.length;
}

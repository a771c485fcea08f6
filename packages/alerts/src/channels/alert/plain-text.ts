import type { AlertText } from './alert-text.ts';
import { listLines } from './list-lines.ts';

/** An alert as lines of text: sentences, facts, lists, links. The title is left to whoever shows it. */
export function plainText({ sentences, facts, lists, links }: Omit<AlertText, 'title' | 'tone'>): string {
  return [
    sentences,
    facts.map(({ label, value }) => `${label}: ${value}`),
    ...lists.map((list) => [`${list.label}:`, ...listLines(list).map((line) => `- ${line}`)]),
    links.map(({ label, url }) => `${label}: ${url}`),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

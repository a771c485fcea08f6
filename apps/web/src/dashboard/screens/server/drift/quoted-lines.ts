/**
 * A value that a change quotes, as lines: text as text, the rest as JSON over several lines. Null stands for what was not
 * there. A long value comes as the beginning of its JSON text with `…` behind it; of a text it is read back.
 */
export function quotedLines(value: unknown): string[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'string') return JSON.stringify(value, null, 2).split('\n');
  return (/^".*…$/s.test(value) ? readBack(value) : value).split('\n');
}

function readBack(excerpt: string): string {
  try {
    return `${JSON.parse(`${excerpt.slice(0, -1)}"`)}…`;
  } catch {
    // It was cut inside an escape.
    return excerpt;
  }
}

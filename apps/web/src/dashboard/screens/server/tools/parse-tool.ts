import { isObject } from './list-parameters.ts';

export type Tool = {
  name: string | null;
  title: string | null;
  description: string | null;
  inputSchema: unknown;
  raw: unknown;
};

/** What of a tool can be shown; a server may send anything, so that every part may be missing. */
export function parseTool(raw: unknown): Tool {
  const { name, title, description, inputSchema } = isObject(raw) ? raw : {};
  return { name: textOrNull(name), title: textOrNull(title), description: textOrNull(description), inputSchema, raw };
}

/** Whether the words stand in what people read of the tool. */
export function matches({ name, title, description }: Tool, words: string): boolean {
  const text = [name, title, description].join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

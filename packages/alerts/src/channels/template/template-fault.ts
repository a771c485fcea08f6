import { MAX_TEMPLATE, PLACEHOLDER } from './placeholder.ts';

const MAX_DEPTH = 32;

/** Why a text is no body template, in a sentence; null when it is one. */
export function templateFault(template: string): string | null {
  if (template.length > MAX_TEMPLATE) return `A template has at most ${MAX_TEMPLATE} characters.`;
  try {
    if (isDeeper(JSON.parse(template), MAX_DEPTH)) return `A template is at most ${MAX_DEPTH} levels deep.`;
  } catch {
    return 'A template is JSON, with its {{placeholders}} inside strings.';
  }
  return template.replace(PLACEHOLDER, '').includes('{{')
    ? 'A placeholder is a path and nothing else, such as {{data.server.name}}.'
    : null;
}

function isDeeper(value: unknown, max: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return max === 0 || Object.values(value).some((member) => isDeeper(member, max - 1));
}

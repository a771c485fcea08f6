/** In characters; of a template this long even the clumsiest spelling of its JSON stays under the limit of a body. */
const MAX_TEMPLATE = 8_192;

const MAX_DEPTH = 32;

/** `{{path}}`, the path being names or indexes between dots. There is nothing else: no blocks, no helpers, no loops. */
export const PLACEHOLDER = /\{\{\s*([\w$-]+(?:\.[\w$-]+)*)\s*\}\}/g;

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

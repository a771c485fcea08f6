/** Markup that may be put into a page as it is. Only `html` makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | false | null | undefined | Part[];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template whose every value is escaped, in text and in quoted attributes alike; nested `html` is kept, nothing is empty. */
export function html(strings: TemplateStringsArray, ...values: Part[]): Html {
  const pieces = strings.map((literal, index) => literal + (index < values.length ? render(values[index]) : ''));
  return new Html(pieces.join(''));
}

function render(value: Part): string {
  if (value === undefined || value === null || value === false) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeText(String(value));
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

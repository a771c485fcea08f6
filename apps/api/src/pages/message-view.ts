import { html } from './html.ts';
import { layout } from './layout.ts';

/** A page that says one thing. */
export function messageView({ title, text }: { title: string; text: string }): string {
  const content = html`<h1>${title}</h1>
<p>${text}</p>
<p><a href="/">Go to the start</a></p>`;
  return layout({ title, content });
}

import { Html, html } from './html.ts';
import { STYLE } from './style.ts';

const STYLE_TAG = new Html(`<style>${STYLE}</style>`);

/** A whole document around `content`. */
export function layout({
  title,
  content,
  indexed = false,
}: {
  title: string;
  content: Html;
  indexed?: boolean;
}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${!indexed && html`<meta name="robots" content="noindex">`}
<link rel="icon" href="data:,">
${STYLE_TAG}
</head>
<body>
<main>
${content}
</main>
<footer><a href="/">AliveMCP</a>: watches MCP servers from outside, speaking their protocol.</footer>
</body>
</html>
`.text;
}

type Question = { title: string; text: string; button: string };

/** A page that asks before it does anything. An empty action posts to the very address of the page, token and all. */
export function questionPage(style: string, { title, text, button }: Question): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${style}</style></head>
<body><main class="mx-auto max-w-xl px-4 py-16">
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<form method="post"><p><button type="submit">${escaped(button)}</button></p></form>
</main></body>
</html>
`;
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

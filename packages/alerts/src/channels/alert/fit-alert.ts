import type { AlertText } from './alert-text.ts';

/** What `render` makes of an alert, with the least important left out until it fits. The title always stays. */
export function fitAlert<T>(alert: AlertText, render: (alert: AlertText) => T, fits: (rendered: T) => boolean): T {
  let left: AlertText | null = alert;
  let rendered = render(left);
  while (!fits(rendered)) {
    left = shorten(left);
    if (left === null) throw new RangeError('not even the title of an alert fits');
    rendered = render(left);
  }
  return rendered;
}

/** One thing less: the last entry of the last list, else the last fact, the last sentence, the last link; null when only the title is left. */
function shorten(alert: AlertText): AlertText | null {
  const list = alert.lists.at(-1);
  if (list) {
    const shorter = { ...list, items: list.items.slice(0, -1), more: list.more + 1 };
    return { ...alert, lists: [...alert.lists.slice(0, -1), ...(shorter.items.length > 0 ? [shorter] : [])] };
  }
  if (alert.facts.length > 0) return { ...alert, facts: alert.facts.slice(0, -1) };
  if (alert.sentences.length > 0) return { ...alert, sentences: alert.sentences.slice(0, -1) };
  if (alert.links.length > 0) return { ...alert, links: alert.links.slice(0, -1) };
  return null;
}

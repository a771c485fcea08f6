/** For when that which had the focus goes away: readers with a keyboard go on at the start of the content. */
export function focusMain(): void {
  document.getElementById('main')?.focus();
}

/** As a `ref`: what has just appeared gets the focus, once. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

/** The same, but not from a reader who is at something else. */
export function takeLostFocus(element: HTMLElement | null): void {
  const { activeElement } = document;
  if (activeElement === document.body || activeElement?.id === 'main') element?.focus();
}

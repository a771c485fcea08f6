/** For when that which had the focus goes away: readers with a keyboard go on at the start of the content. */
export function focusMain(): void {
  document.getElementById('main')?.focus();
}

/** As a `ref`: what has just appeared gets the focus, once. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}

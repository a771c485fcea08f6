import { type Html, html } from './html.ts';

/** A time as people read it, in UTC and saying so. */
export function time(iso: string): Html {
  const text = `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
  return html`<time datetime="${iso}">${text}</time>`;
}

/** Already floored where it was computed, so that 100 % is said only of 100 %. */
export const percent = (value: number | null): string => (value === null ? 'no data' : `${value} %`);

export const milliseconds = (value: number | null): string => (value === null ? 'no data' : `${value} ms`);

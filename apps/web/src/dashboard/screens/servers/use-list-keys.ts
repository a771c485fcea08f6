import { type RefObject, useEffect } from 'react';

/** Marks the link of a row that `j` and `k` go to. */
export const ROW_LINK = { 'data-row-link': '' };

/** `j` and `k` walk through the rows of a list, `/` goes to its search box; Enter opens what has the focus, as everywhere. */
export function useListKeys(list: RefObject<HTMLElement | null>, search: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === '/') {
        event.preventDefault();
        search.current?.select();
      }
      if (event.key === 'j' || event.key === 'k') move(list.current, event.key === 'j' ? 1 : -1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [list, search]);
}

function move(list: HTMLElement | null, step: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  const present = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
  const next = present === -1 ? 0 : Math.min(Math.max(present + step, 0), links.length - 1);
  links[next]?.focus();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [role="menu"], [role="dialog"]') !== null;

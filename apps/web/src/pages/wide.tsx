import type { ReactNode } from 'react';

/** What may be wider than the screen scrolls in a box of its own, by keyboard too. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must take the focus to be scrolled by keys
    <section className="wide" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

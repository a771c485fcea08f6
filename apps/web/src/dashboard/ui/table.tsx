import type { ReactNode } from 'react';

/** A table that scrolls inside its own box when the page is narrow, also by keyboard. */
export function Table({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto rounded-lg border border-line">
      <table className="w-full border-collapse text-sm [&_td]:px-4 [&_td]:py-2.5 [&_td]:align-top [&_th]:px-4 [&_th]:py-2.5 [&_th]:text-left [&_tbody_th]:align-top [&_tbody_th]:font-medium [&_tbody_tr]:border-t [&_tbody_tr]:border-line">
        <thead className="bg-soft text-muted">{head}</thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

import type { ReactNode } from 'react';
import { useMoreBeside } from './use-more-beside.ts';

/** A table that scrolls inside its own box when the page is narrow, also by keyboard, and shows by fading out that there is more. */
export function Table({ label, head, children }: { label: string; head: ReactNode; children: ReactNode }) {
  const [box, more] = useMoreBeside();
  return (
    <div className="relative min-w-0">
      <section
        ref={box}
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        className="relative overflow-x-auto rounded-lg border border-line"
      >
        <table className="w-full border-collapse text-sm [&_time]:whitespace-nowrap [&_td]:px-3 [&_td]:py-2.5 [&_td]:align-baseline [&_th]:px-3 [&_th]:py-2.5 [&_th]:text-left sm:[&_td]:px-4 sm:[&_th]:px-4 [&_tbody_th]:align-baseline [&_tbody_th]:font-medium [&_tbody_tr]:border-t [&_tbody_tr]:border-line">
          <thead className="bg-soft text-muted">{head}</thead>
          <tbody>{children}</tbody>
        </table>
      </section>
      {more && (
        <div
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-px right-px w-12 rounded-r-lg bg-linear-to-l from-bg to-transparent"
        />
      )}
    </div>
  );
}

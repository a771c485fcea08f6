import type { ReactNode } from 'react';

/** A box of bounded height for what a stranger sent. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and many boxes of one name are no landmarks
    <div
      role="group"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className="max-h-80 overflow-y-auto rounded-md border border-line bg-soft"
    >
      <div className="p-3 font-mono text-xs break-all whitespace-pre-wrap">{children}</div>
    </div>
  );
}

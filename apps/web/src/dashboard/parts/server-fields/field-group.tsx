import type { ReactNode } from 'react';

/** Fields that belong together, beside their name where there is room. */
export function FieldGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 gap-x-8 gap-y-4 border-t border-line pt-5 md:grid-cols-[9rem_minmax(0,1fr)]">
      {/* A legend that floats is laid out like any other child. */}
      <legend className="float-left font-semibold">{title}</legend>
      <div className="grid gap-4">{children}</div>
    </fieldset>
  );
}

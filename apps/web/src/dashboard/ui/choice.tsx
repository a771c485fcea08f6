import type { ReactNode } from 'react';

type Props = { name: string; value: string; label: string; hint?: ReactNode; checked: boolean; choose: () => void };

/** One of a few that exclude each other. */
export function Choice({ name, value, label, hint, checked, choose }: Props) {
  return (
    <label className="flex min-h-6 items-start gap-2.5">
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        onChange={choose}
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
      />
      <span>
        {label}
        {hint && <span className="block text-sm text-muted">{hint}</span>}
      </span>
    </label>
  );
}

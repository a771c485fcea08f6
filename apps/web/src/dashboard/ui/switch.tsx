import { Switch as Radix } from 'radix-ui';
import { type ReactNode, useId } from 'react';

type Props = {
  /** Says also which of the two it is. */
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  busy?: boolean;
  onChange: (checked: boolean) => void;
};

/** Turns something on or off at once. Its place and its words say which, not only its colour. */
export function Switch({ label, hint, checked, busy = false, onChange }: Props) {
  const id = useId();
  return (
    <div className="flex items-start gap-3">
      <Radix.Root
        id={id}
        checked={checked}
        aria-busy={busy || undefined}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onCheckedChange={(next) => !busy && onChange(next)}
        className="h-6 w-11 shrink-0 rounded-full border border-edge bg-soft p-0.5 transition-colors data-[state=checked]:border-accent data-[state=checked]:bg-accent"
      >
        <Radix.Thumb className="block size-4.5 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-accent" />
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm wrap-anywhere text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

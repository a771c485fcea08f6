import { type ComponentProps, type ReactNode, useId } from 'react';
import type { Problem } from '../api/problem.ts';

type Described = { label: ReactNode; hint?: ReactNode; error?: string | undefined };
const INPUT =
  'w-full rounded-md border border-edge bg-bg px-3 py-2 text-fg placeholder:text-muted disabled:opacity-60 aria-invalid:border-down';

/** What the API said about one field, by its JSON pointer (`/url`); undefined when it said nothing. */
export function errorAt(problem: Problem | null, pointer: string): string | undefined {
  return problem?.errors.find((error) => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`))?.message;
}

function Described({ id, label, hint, error, children }: Described & { id: string; children: ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm text-down first-letter:uppercase">
          {error}
        </p>
      )}
    </div>
  );
}

function describedBy(id: string, { hint, error }: Pick<Described, 'hint' | 'error'>) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return { 'aria-describedby': ids || undefined, 'aria-invalid': error ? true : undefined };
}

export function TextField({ label, hint, error, ...rest }: Described & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Described id={id} label={label} hint={hint} error={error}>
      <input id={id} className={INPUT} {...describedBy(id, { hint, error })} {...rest} />
    </Described>
  );
}

export function TextArea({ label, hint, error, ...rest }: Described & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Described id={id} label={label} hint={hint} error={error}>
      <textarea id={id} rows={3} className={INPUT} {...describedBy(id, { hint, error })} {...rest} />
    </Described>
  );
}

type SelectProps = Described & ComponentProps<'select'> & { options: readonly { value: string; label: string }[] };

export function SelectField({ label, hint, error, options, ...rest }: SelectProps) {
  const id = useId();
  return (
    <Described id={id} label={label} hint={hint} error={error}>
      <select id={id} className={INPUT} {...describedBy(id, { hint, error })} {...rest}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Described>
  );
}

export function Checkbox({ label, hint, ...rest }: Omit<Described, 'error'> & ComponentProps<'input'>) {
  const id = useId();
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        className="mt-1 size-4.5 shrink-0 accent-accent"
        {...describedBy(id, { hint })}
        {...rest}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

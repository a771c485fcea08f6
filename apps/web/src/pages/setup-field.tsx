import type { FieldError } from '@alivemcp/contracts';

type Props = {
  name: string;
  label: string;
  type: string;
  value: string;
  autoComplete: string;
  errors: FieldError[];
  hint?: string;
};

/** A field whose hint and fault are read out with it. */
export function SetupField({ name, label, type, value, autoComplete, errors, hint }: Props) {
  const error = errors.find(({ pointer }) => pointer === `/${name}`);
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type={type}
        defaultValue={value}
        autoComplete={autoComplete}
        required
        aria-describedby={notes || undefined}
        aria-invalid={error ? 'true' : undefined}
      />
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${name}-error`}>
          {error.message}
        </p>
      )}
    </>
  );
}

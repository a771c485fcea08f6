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

/** A field whose hint, or fault instead of it, is read out with it. */
export function SetupField({ name, label, type, value, autoComplete, errors, hint }: Props) {
  const error = errors.find(({ pointer }) => pointer === `/${name}`);
  const note = error?.message ?? hint;
  const noteId = `${name}-${error ? 'error' : 'hint'}`;
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
        aria-describedby={note && noteId}
        aria-invalid={error ? 'true' : undefined}
      />
      {note && (
        <p className={error ? 'error' : 'hint'} id={noteId}>
          {note}
        </p>
      )}
    </>
  );
}

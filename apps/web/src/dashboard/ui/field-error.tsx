/** What is wrong with something that is more than one field. */
export function FieldError({ error }: { error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p role="alert" tabIndex={-1} className="text-sm text-down first-letter:uppercase">
      {error}
    </p>
  );
}

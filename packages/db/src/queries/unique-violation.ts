const UNIQUE_VIOLATION = '23505';

/** Name of the unique index that refused a statement; null when the error is of another kind. Drizzle wraps it as `cause`. */
export function violatedUniqueIndex(error: unknown): string | null {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && at.code === UNIQUE_VIOLATION && 'constraint' in at) return String(at.constraint);
  }
  return null;
}

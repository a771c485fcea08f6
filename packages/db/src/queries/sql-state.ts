const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';
const LOCK_NOT_AVAILABLE = '55P03';

/** Name of the unique index that refused a statement; null when the error is of another kind. */
export function violatedUniqueIndex(error: unknown): string | null {
  const refusal = withCode(error, UNIQUE_VIOLATION);
  return refusal && 'constraint' in refusal ? String(refusal.constraint) : null;
}

/** Whether PostgreSQL gave up this transaction so that another could go on: it may be run again as it was. */
export const isDeadlock = (error: unknown): boolean => withCode(error, DEADLOCK) !== null;

/** Whether a lock was not had within `lock_timeout`. */
export const isLockTimeout = (error: unknown): boolean => withCode(error, LOCK_NOT_AVAILABLE) !== null;

/** Drizzle wraps what the driver threw as `cause`. */
function withCode(error: unknown, code: string): Error | null {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at && at.code === code) return at;
  return null;
}

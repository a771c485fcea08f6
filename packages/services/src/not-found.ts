import { AppError } from '@alivemcp/contracts';

/** Of another workspace, or of none: the caller cannot tell which. */
export const notFound = (what: string): AppError => new AppError('not_found', `There is no such ${what}.`);

/** The row, or `not_found`. */
export function found<T>(row: T | null | undefined, what: string): T {
  if (row === null || row === undefined) throw notFound(what);
  return row;
}

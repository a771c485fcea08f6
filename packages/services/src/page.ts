import { AppError, type Page, type PageQuery } from '@alivemcp/contracts';
import type { Position, Slice } from '@alivemcp/db';

/** Opaque to callers: base64url of `[time, id]`. */
export const encodeCursor = ({ at, id }: Position): string =>
  Buffer.from(JSON.stringify([at.toISOString(), id])).toString('base64url');

/** Throws `invalid` when it is not one of ours. */
export function decodeCursor(cursor: string): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(value) && value.length === 2) {
      const [at, id] = value;
      const ms = typeof at === 'string' ? Date.parse(at) : Number.NaN;
      // PostgreSQL cannot hold U+0000 in a text.
      if (Number.isFinite(ms) && typeof id === 'string' && !id.includes('\0')) return { at: new Date(ms), id };
    }
  } catch {
    // Not base64url of JSON: the same answer as for any other strange cursor.
  }
  const message = 'not a cursor of this list';
  throw new AppError('invalid', 'The cursor is not valid.', [{ pointer: '/cursor', message }]);
}

/** What to ask the database for: one row more than the page holds tells whether another page follows. */
export const toSlice = ({ cursor, limit }: PageQuery): Slice => ({
  after: cursor === undefined ? null : decodeCursor(cursor),
  limit: limit + 1,
});

/** Cuts the extra row off. Returns the rows of the page and where it ends; null at the end of the list. */
export function cutPage<Row>(rows: Row[], limit: number, position: (row: Row) => Position) {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return { rows: kept, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null };
}

export function toPage<Row, Item>(
  rows: Row[],
  limit: number,
  position: (row: Row) => Position,
  toItem: (row: Row) => Item,
): Page<Item> {
  const page = cutPage(rows, limit, position);
  return { data: page.rows.map(toItem), nextCursor: page.nextCursor };
}

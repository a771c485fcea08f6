import { describe, expect, it } from 'vitest';
import { cutPage, decodeCursor, encodeCursor } from './page.ts';

const at = new Date('2026-11-02T10:00:00.123Z');

describe('a cursor', () => {
  it('comes back as the position it was made of', () => {
    expect(decodeCursor(encodeCursor({ at, id: 'srv_1' }))).toEqual({ at, id: 'srv_1' });
  });

  it.each([
    '',
    'x',
    '[]',
    Buffer.from('["yesterday","a"]').toString('base64url'),
    Buffer.from('["2026-11-02T10:00:00Z"]').toString('base64url'),
    Buffer.from('["2026-11-02T10:00:00Z",7]').toString('base64url'),
    Buffer.from('["2026-11-02T10:00:00Z","a\\u0000"]').toString('base64url'),
    Buffer.from('null').toString('base64url'),
  ])('that is broken names its field: %j', (cursor) => {
    expect(() => decodeCursor(cursor)).toThrowError(
      expect.objectContaining({ code: 'invalid', errors: [expect.objectContaining({ pointer: '/cursor' })] }),
    );
  });
});

describe('a page', () => {
  const rows = ['c', 'b', 'a'].map((id) => ({ at, id }));

  it('ends where the list goes on', () => {
    const page = cutPage(rows, 2, (row) => row);
    expect(page.rows.map((row) => row.id)).toEqual(['c', 'b']);
    expect(decodeCursor(page.nextCursor ?? '').id).toBe('b');
  });

  it('has no cursor at the end of the list', () => {
    expect(cutPage(rows, 3, (row) => row).nextCursor).toBeNull();
    expect(cutPage([], 3, (row) => row).nextCursor).toBeNull();
  });
});

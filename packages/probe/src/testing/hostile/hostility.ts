import fc from 'fast-check';
import type { Answer, Asked } from './hostile-server.ts';

/** One for each group: what a server does when it is asked. Plain data and a function of it, so that a failure can be read. */
export type Hostility = { name: string; play(asked: Asked): Answer };

export const hostility = <T>(data: fc.Arbitrary<T>, play: (asked: Asked, data: T) => Answer): fc.Arbitrary<Hostility> =>
  data.map((drawn) => ({
    name: JSON.stringify(drawn, (_, v: unknown) =>
      v instanceof Uint8Array ? Buffer.from(v).toString('latin1') : v,
    ).slice(0, 2000),
    play: (asked) => play(asked, drawn),
  }));

/** An answer in sound HTTP. */
export const response = (body: string | Uint8Array, type = 'application/json', more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\ncontent-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n${more}\r\n`,
    ),
    Buffer.from(body),
  ]);

export const after = fc.constantFrom<Answer['after'][]>('keep', 'end', 'end', 'reset', 'hang', 'again');

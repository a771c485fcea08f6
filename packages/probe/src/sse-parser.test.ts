import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSseParser, type SseEvent } from './sse-parser.ts';

const parse = (...chunks: string[]): SseEvent[] => {
  const parser = createSseParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
};
const message = (data: string, id: string | null = null): SseEvent => ({ type: 'message', data, id });

describe('the SSE parser', () => {
  it.each<[string, string, SseEvent[]]>([
    ['LF', 'data: a\n\n', [message('a')]],
    ['CRLF', 'data: a\r\n\r\n', [message('a')]],
    ['CR', 'data: a\r\rdata: b\r\r:\n', [message('a'), message('b')]],
    ['several data lines', 'data: a\ndata: b\n\n', [message('a\nb')]],
    ['no space after the colon', 'data:a\n\n', [message('a')]],
    ['a type and an id', 'event: endpoint\nid: 7\ndata: /x\n\n', [{ type: 'endpoint', data: '/x', id: '7' }]],
    ['a priming event', 'id: 1\ndata:\n\n', [message('', '1')]],
    ['comments and unknown fields', ': hi\nretry: 5\n\nfoo: bar\n\n', []],
    ['an event without its empty line', 'data: a\n', []],
    ['a byte order mark', '\ufeffdata: a\n\n', [message('a')]],
  ])('%s', (_name, text, events) => expect(parse(text)).toEqual(events));

  it('does not care where the chunks are cut', () => {
    const piece = fc.constantFrom('data: x', 'event: e', 'id: 1', ': c', 'data', '\n', '\r\n', '\r', '\n\n', 'ü');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (pieces, size) => {
        // A trailing CR waits for its LF, so the text ends in something else.
        const text = `${pieces.join('')}:`;
        const cut = text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [];
        expect(parse(...cut)).toEqual(parse(text));
      }),
    );
  });
});

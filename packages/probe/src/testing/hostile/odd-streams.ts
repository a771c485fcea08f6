import fc from 'fast-check';
import { message } from './healthy-message.ts';
import { after, hostility, response } from './hostility.ts';

const frame = fc.oneof(
  fc.constantFrom(
    'REPLY',
    'event: endpoint\ndata: ?post\n\n',
    'event: endpoint\ndata: http://169.254.169.254/\n\n',
    'event: endpoint\ndata: http://[::1\n\n',
    ': comment\n',
    'id: 1\ndata:\n\n',
    'retry: 1\n\n',
    'data: {"jsonrpc":"2.0","method":"notifications/tools/list_changed"}\n\n',
    'data: {"jsonrpc":"2.0","id":1,"result":{}}\r\r',
    'data: {\ndata: }\n\n',
    'data: [[[[\n\n',
    'event: message\r\n',
    `data: ${'x'.repeat(70_000)}\n`,
    '\ufeff',
    '\n'.repeat(1000),
    'data\n\n'.repeat(100),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

export const oddStreams = hostility(
  fc.record({
    frames: fc.array(frame, { maxLength: 8 }),
    bytes: fc.uint8Array({ maxLength: 3 }),
    greets: fc.boolean(),
    sized: fc.boolean(),
    after,
  }),
  (asked, { frames, bytes, greets, sized, after }) => {
    // Over HTTP+SSE the replies come on the stream of the GET, and a POST brings nothing.
    if (asked.verb === 'POST' && greets) return { bytes: response('', 'text/plain'), after: 'keep' };
    const replies = greets
      ? `${message({ verb: 'POST', id: 1, method: 'initialize' }, [])}\n\ndata: ${message({ verb: 'POST', id: 2, method: 'tools/list' }, [])}`
      : message(asked, []);
    const greeting = greets ? 'event: endpoint\ndata: ?post\n\n' : '';
    const text = greeting + frames.map((f) => (f === 'REPLY' ? `data: ${replies}\n\n` : f)).join('');
    const body = Buffer.concat([Buffer.from(text), bytes]);
    if (sized) return { bytes: response(body, 'text/event-stream'), after: 'keep' };
    return {
      bytes: Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n'), body]),
      after,
    };
  },
);

import { once } from 'node:events';
import { createServer } from 'node:http';
import { listenForParent } from './listen-for-parent.ts';

/** Notes when each message came (`webhook-id`, epoch ms) and says so on GET, then forgets. */
let came: [id: string, atMs: number][] = [];
const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.end(JSON.stringify(came));
    came = [];
    return;
  }
  came.push([String(request.headers['webhook-id']), performance.timeOrigin + performance.now()]);
  request.resume().on('end', () => response.writeHead(204).end());
});
server.listen(0, '127.0.0.1');
await once(server, 'listening');
listenForParent(server);

import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What is sent as it stands, and what happens to the connection then. `again` sends the same for ever. */
export type Answer = { bytes: Uint8Array; after: 'keep' | 'end' | 'reset' | 'hang' | 'again' };
export type Asked = { verb: string; id: unknown; method: string };
export type Script = (asked: Asked) => Answer;

/** A server on loopback that knows nothing of HTTP but where a request ends. Each script has a URL of its own. */
export async function startHostileServer() {
  const scripts = new Map<string, Script>();
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {});
    let pending = Buffer.alloc(0);
    socket.on('data', (chunk) => {
      pending = Buffer.concat([pending, chunk]);
      for (let read = readRequest(pending); read !== null; read = readRequest(pending)) {
        pending = pending.subarray(read.end);
        const script = scripts.get(read.path);
        if (script === undefined) socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
        else play(socket, script(read.asked));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  let last = 0;
  return {
    /** Connections that are still open. */
    open: () => open.size,
    /** The URL where `script` answers. */
    serve(script: Script): string {
      const path = `/mcp/${++last}`;
      scripts.set(path, script);
      return `http://127.0.0.1:${port}${path}`;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
export type HostileServer = Awaited<ReturnType<typeof startHostileServer>>;

function readRequest(bytes: Buffer): { asked: Asked; path: string; end: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const end = headEnd + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (bytes.length < end) return null;
  const [verb = '', path = ''] = head.split(' ');
  const body = bytes.toString('utf8', headEnd + 4, end);
  const { id, method } = body.startsWith('{') ? (JSON.parse(body) as Record<string, unknown>) : {};
  return { asked: { verb, id, method: String(method) }, path, end };
}

function play(socket: Socket, { bytes, after }: Answer): void {
  if (after === 'again') {
    const more = (): void => {
      if (!socket.destroyed) socket.write(bytes, () => setImmediate(more));
    };
    more();
  } else if (after === 'end') socket.end(bytes);
  else if (after === 'reset') socket.write(bytes, () => socket.resetAndDestroy());
  else socket.write(bytes);
}

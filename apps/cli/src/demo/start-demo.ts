import type { Behaviour } from './behaviour.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { portInUse, readDemoFile, writeDemoFile } from './demo-file.ts';
import { type Handler, sendNothing } from './json-rpc.ts';
import { type Listener, listen } from './listen.ts';

/** Below every system's range for outgoing connections, so that the ports are free again at the next start. */
const FIRST_PORT = 20_610;
const LAST_PORT = 21_609;
const SETTLE_EVERY_MS = 500;
const RECEIVER = 'webhook-receiver';

export type RunningDemo = {
  password: string;
  servers: (Behaviour & { url: string })[];
  receiverUrl: string;
  /** What the egress guard must let through: exactly these listeners. */
  egressAllow: string[];
  /** The product runs: from now on things happen. */
  begin(): void;
  close(): Promise<void>;
};

/** Starts the servers of the demo and the receiver of its webhook, on the ports of the start before. Throws `DemoError`. */
export async function startDemo(dataDir: string): Promise<RunningDemo> {
  let begunAt: number | null = null;
  const elapsedMs = () => (begunAt === null ? 0 : performance.now() - begunAt);
  const kept = readDemoFile(dataDir);
  const listeners: Listener[] = [];
  const ports: Record<string, number> = {};
  const close = async () => void (await Promise.all(listeners.map((listener) => listener.close())));

  const serve = async (slug: string, name: string, handle: Handler, listens?: () => boolean) => {
    const port = kept?.ports[slug];
    const listener = port
      ? await listen(port, handle, listens).catch((error) => {
          throw error.code === 'EADDRINUSE' ? portInUse(dataDir, name, port) : error;
        })
      : await listenOnFree(Math.max(FIRST_PORT, ...Object.values(ports).map((taken) => taken + 1)), handle, listens);
    listeners.push(listener);
    ports[slug] = listener.port;
    return `http://127.0.0.1:${listener.port}`;
  };

  try {
    const servers: RunningDemo['servers'] = [];
    for (const behaviour of BEHAVIOURS) {
      const { slug, name, listens } = behaviour;
      const isOpen = listens && (() => listens(elapsedMs()));
      const origin = await serve(slug, name, behaviour.handle(elapsedMs), isOpen);
      servers.push({ ...behaviour, url: `${origin}/mcp` });
    }
    const receiver = await serve(RECEIVER, 'Webhook receiver', receive);
    const { password } = kept ?? writeDemoFile(dataDir, ports);
    const timer = setInterval(() => void settle(listeners), SETTLE_EVERY_MS).unref();
    return {
      password,
      servers,
      receiverUrl: `${receiver}/hook`,
      egressAllow: listeners.map(({ port }) => `127.0.0.1:${port}`),
      begin: () => {
        begunAt = performance.now();
      },
      close: async () => {
        clearInterval(timer);
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Takes what it is sent, and keeps nothing. */
const receive: Handler = (req, res) => {
  req.resume();
  sendNothing(res, 204);
};

async function listenOnFree(from: number, handle: Handler, listens?: () => boolean): Promise<Listener> {
  for (let port = from; ; port++) {
    try {
      return await listen(port, handle, listens);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || port >= LAST_PORT) throw error;
    }
  }
}

/** A port that somebody took in between is tried again at the next turn. */
async function settle(listeners: Listener[]): Promise<void> {
  await Promise.allSettled(listeners.map((listener) => listener.settle()));
}

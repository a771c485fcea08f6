import type { Server } from '@alivemcp/contracts';
import { startFixture } from '@alivemcp/testkit/mcp';
import type { ApiClient } from '../api-client.ts';
import { INTERVAL_MS } from './check-written.ts';

export type WatchedServer = {
  id: string;
  name: string;
  /** Stops answering as it should, or does so again. */
  fall(): Promise<void>;
  rise(): Promise<void>;
  /** Requests that came so far. */
  requests(): number;
  close(): Promise<void>;
};

type Options = {
  name: string;
  regions: string[];
  /** How it fails: a protocol fact is believed at once, a fault of the network is looked at twice. */
  way: 'refuses' | 'resets' | 'says 503';
  delayMs?: number;
};

/** An MCP server on loopback that the product watches at its shortest interval. */
export async function watchServer(api: ApiClient, { name, regions, way, delayMs }: Options): Promise<WatchedServer> {
  let fixture = await startFixture({ delayMs });
  const { port, url } = fixture;
  const { id } = await api.post<Server>('/api/v1/servers', {
    url,
    name,
    regions,
    intervalMs: INTERVAL_MS,
    // A busy machine is not the fault that is looked for.
    latencyBudgetMs: 9_000,
  });
  return {
    id,
    name,
    async fall() {
      if (way === 'refuses') await fixture.close();
      else fixture.set({ fault: way === 'resets' ? 'reset' : { status: 503 } });
    },
    async rise() {
      if (way === 'refuses') fixture = await startFixture({ delayMs }, { port });
      else fixture.set({ delayMs });
    },
    requests: () => fixture.requests.length,
    close: () => fixture.close(),
  };
}

import { createServerBody } from '@alivemcp/contracts';
import { recordBatch, registerServer } from '@alivemcp/services';
import { probed } from '@alivemcp/testkit';
import type { engineWorld } from './engine-world.ts';

type World = Pick<Awaited<ReturnType<typeof engineWorld>>, 'services' | 'scope' | 'clock'>;

/** Registers servers that believe every probe. Returns their ids. */
export async function registerServers({ services, scope }: World, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const body = { url: `https://s${i}.example/mcp`, name: `S${i}`, sensitivity: 'fast' };
    ids.push((await registerServer(services, scope, createServerBody.parse(body))).id);
  }
  return ids;
}

/** All of them answered, or refused the connection, at the time of the clock. */
export async function see({ services, scope, clock }: World, serverIds: string[], isUp: boolean): Promise<void> {
  const startedAt = clock.now();
  const down = { outcome: 'down', class: 'tcp.refused', latencyMs: null, protocol: null, serverInfo: null } as const;
  const result = probed({ startedAt, tools: null, ...(!isUp && down) });
  await recordBatch(
    services,
    'local',
    serverIds.map((serverId) => ({
      workspaceId: scope.workspaceId,
      serverId,
      scheduledAt: startedAt,
      reason: 'scheduled' as const,
      requestId: null,
      alternate: null,
      suspect: false,
      result,
      toolList: null,
      surface: null,
    })),
  );
}

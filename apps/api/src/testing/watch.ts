import type { FailureClass, ProbeResult } from '@alivemcp/contracts';
import { canonicalSurface, canonicalToolList } from '@alivemcp/drift';
import { keepHouse, recordBatch } from '@alivemcp/services';
import { probed } from '@alivemcp/testkit';
import type { TestApp } from './test-app.ts';

type Saw = { class?: FailureClass; tools?: unknown[]; version?: string };

/** Records what a probe of a server pretends to have seen, in every region, a minute after the one before. */
export async function watch(test: TestApp, workspaceId: string, serverId: string) {
  await keepHouse(test.services);
  return async (saw: Saw) => {
    test.clock.advance(60_000);
    const now = test.clock.now();
    const result = resultOf(saw, now);
    const toolList = result.tools && canonicalToolList(result.tools);
    for (const region of test.services.regions) {
      await recordBatch(test.services, region, [
        {
          workspaceId,
          serverId,
          scheduledAt: now,
          reason: 'scheduled',
          requestId: null,
          result,
          toolList,
          surface: toolList && canonicalSurface(result),
          alternate: null,
          suspect: false,
        },
      ]);
    }
  };
}

function resultOf(saw: Saw, startedAt: number): ProbeResult {
  const alive = saw.class === undefined;
  return probed({
    outcome: alive ? 'up' : 'down',
    class: saw.class ?? null,
    summary: alive ? 'Up' : 'It failed.',
    startedAt,
    durationMs: 40,
    latencyMs: alive ? 35 : null,
    phases: [{ name: 'tcp', ms: 3.5, ok: alive }],
    ...(alive ? {} : { protocol: null, serverInfo: null, tools: null }),
    ...(alive && saw.version !== undefined ? { serverInfo: { name: 'orders', version: saw.version } } : {}),
    ...(alive && saw.tools !== undefined ? { tools: saw.tools } : {}),
  });
}

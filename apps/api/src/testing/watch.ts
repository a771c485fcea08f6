import type { FailureClass, ProbeResult } from '@alivemcp/contracts';
import { canonicalToolList } from '@alivemcp/drift';
import { keepHouse, recordBatch } from '@alivemcp/services';
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
          suspect: false,
        },
      ]);
    }
  };
}

function resultOf(saw: Saw, startedAt: number): ProbeResult {
  const alive = saw.class === undefined;
  return {
    outcome: alive ? 'up' : 'down',
    posture: 'open',
    class: saw.class ?? null,
    summary: alive ? 'Up' : 'It failed.',
    firstAction: null,
    startedAt,
    durationMs: 40,
    latencyMs: alive ? 35 : null,
    phases: [{ name: 'tcp', ms: 3.5, ok: alive }],
    protocol: alive ? { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' } : null,
    serverInfo: alive ? { name: 'orders', version: saw.version ?? '1.0.0' } : null,
    capabilities: null,
    instructions: null,
    tools: alive ? (saw.tools ?? [{ name: 'echo', inputSchema: { type: 'object' } }]) : null,
    warnings: [],
    attempts: 1,
    firstAttempt: null,
    transcript: null,
    certificate: null,
    retryAfterMs: null,
  };
}

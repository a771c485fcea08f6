import {
  type CreateServerBody,
  FAILURE_CLASSES,
  type FailureClass,
  type ProbeReason,
  type ProbeResult,
  type WebhookBody,
} from '@alivemcp/contracts';
import { schema } from '@alivemcp/db';
import { canonicalSurface, canonicalToolList } from '@alivemcp/drift';
import { probed } from '@alivemcp/testkit';
import { createChannel } from '../channel/create-channel.ts';
import { type RecordedProbe, recordBatch } from '../record/record-batch.ts';
import { keepHouse } from '../rollup/keep-house.ts';
import { registerServer } from '../server/register-server.ts';
import { createTestContext } from './test-context.ts';

/** What a pretended probe saw. */
export type Saw = {
  class?: FailureClass;
  tools?: unknown[];
  version?: string;
  posture?: ProbeResult['posture'];
  suspect?: boolean;
  latencyMs?: number;
  instructions?: string;
  /** What another client was shown. */
  alternate?: unknown[];
  truth?: ProbeResult['truth'];
  modern?: boolean;
};

export type WatchWorld = Awaited<ReturnType<typeof watchWorld>>;

/** A server registered in a real database, a clock in the test's hand, and probes that saw what the test says. */
export async function watchWorld(regions: string[], settings: Partial<CreateServerBody> = {}) {
  const ctx = await createTestContext(regions);
  const { clock, mine: scope } = ctx;
  await keepHouse(ctx);
  await createChannel(ctx, scope, { type: 'webhook', url: 'http://hook.test/' });
  const server = await registerServer(ctx, scope, {
    url: 'http://mcp.test/mcp',
    intervalMs: 60_000,
    transport: 'auto',
    auth: { type: 'none' },
    expectations: {},
    sensitivity: 'balanced',
    latencyBudgetMs: 2000,
    autoAccept: null,
    alternateClient: null,
    tags: [],
    public: true,
    ...settings,
  });
  const target = { workspaceId: scope.workspaceId, serverId: server.id };

  const probeOf = (saw: Saw, reason: ProbeReason): RecordedProbe => {
    const result = resultOf(saw, clock.now());
    const toolList = result.tools && result.outcome !== 'down' ? canonicalToolList(result.tools) : null;
    return {
      ...target,
      scheduledAt: clock.now(),
      reason,
      requestId: null,
      result,
      toolList,
      surface: toolList && canonicalSurface(result),
      alternate: saw.alternate ? { clientName: 'other', toolList: canonicalToolList(saw.alternate) } : null,
      suspect: saw.suspect ?? false,
    };
  };
  return {
    ctx,
    clock,
    scope,
    server,
    probeOf,
    /** Records one probe of a region. */
    see: (region: string, saw: Saw, reason: ProbeReason = 'scheduled') =>
      recordBatch(ctx, region, [probeOf(saw, reason)]),
    state: async () => {
      const [row] = await ctx.database.db.select().from(schema.serverState);
      if (!row) throw new Error('the server has no state');
      return row;
    },
    /** Types of the events so far, oldest first. */
    events: async () => {
      const rows = await ctx.database.db.select().from(schema.event).orderBy(schema.event.createdAt, schema.event.id);
      return rows.map((row) => JSON.parse(row.body) as WebhookBody);
    },
    end: ctx.close,
  };
}

function resultOf(saw: Saw, startedAt: number): ProbeResult {
  const failure = saw.class === undefined ? null : FAILURE_CLASSES[saw.class];
  const outcome = { down: 'down', degraded: 'degraded', auth: 'up', none: 'unknown' } as const;
  const alive = failure === null || failure.effect === 'degraded' || failure.effect === 'auth';
  const seen = probed({
    outcome: failure ? outcome[failure.effect] : 'up',
    posture: saw.posture ?? 'open',
    class: saw.class ?? null,
    summary: failure?.sentence ?? 'Up',
    firstAction: failure?.firstAction ?? null,
    startedAt,
    latencyMs: saw.latencyMs ?? 35,
    phases: [{ name: 'tcp', ms: 3, ok: true }],
    serverInfo: { name: 'test', version: saw.version ?? '1.0.0' },
    instructions: saw.instructions ?? null,
    truth: saw.truth ?? null,
    ...(saw.modern && { protocol: { version: '2026-07-28', era: 'modern', transport: 'streamable-http' } }),
    tools: saw.tools ?? [{ name: 'echo', inputSchema: { type: 'object' } }],
    transcript: failure ? TRANSCRIPT : null,
  });
  return alive ? seen : { ...seen, latencyMs: null, protocol: null, serverInfo: null, tools: null };
}

const TRANSCRIPT = { request: { method: 'POST', url: 'http://mcp.test/mcp', headers: {}, body: null }, response: null };

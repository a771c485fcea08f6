import {
  type CreateChannelBody,
  createServerBody,
  type PutRulesBody,
  putRulesBody,
  type WebhookBody,
} from '@alivemcp/contracts';
import { canonicalSurface, canonicalToolList } from '@alivemcp/drift';
import { probed } from '@alivemcp/testkit';
import { createChannel } from '../../channel/create-channel.ts';
import { claimDeliveries } from '../../delivery/claim-deliveries.ts';
import { recordAttempt } from '../../delivery/record-attempt.ts';
import { recordBatch } from '../../record/record-batch.ts';
import { keepHouse } from '../../rollup/keep-house.ts';
import { registerServer } from '../../server/register-server.ts';
import { createTestContext } from '../../testing/test-context.ts';
import { putRules } from '../put-rules.ts';
import { tellDigests } from '../tell-digests.ts';
import { tellNotices } from '../tell-notices.ts';

export const MINUTE = 60_000;
const SENT = { status: 200, durationMs: 5, address: '127.0.0.1', error: null, responseBody: '', gone: null };

/** What a channel received. */
export type Told = { channelId: string; deliveryId: string; at: number; body: WebhookBody };
export type RulesWorld = Awaited<ReturnType<typeof rulesWorld>>;

/** Servers that believe every probe, channels that take everything, and a clock in the test's hand. */
export async function rulesWorld() {
  const ctx = await createTestContext(['eu']);
  const { clock, mine: scope } = ctx;
  await keepHouse(ctx);
  const told: Told[] = [];
  let number = 0;

  const see = (serverId: string, isUp: boolean) => {
    const result = probed({
      outcome: isUp ? 'up' : 'down',
      class: isUp ? null : 'tcp.refused',
      startedAt: clock.now(),
      ...(!isUp && { latencyMs: null, protocol: null, serverInfo: null, tools: null }),
    });
    const toolList = result.tools && canonicalToolList(result.tools);
    const seen = {
      scheduledAt: clock.now(),
      reason: 'scheduled' as const,
      requestId: null,
      alternate: null,
      suspect: false,
    };
    const surface = toolList && canonicalSurface(result);
    return { workspaceId: scope.workspaceId, serverId, ...seen, result, toolList, surface };
  };
  const world = {
    ctx,
    clock,
    scope,
    /** All that was received, in order. */
    told,
    async server(tags: string[] = []): Promise<string> {
      const url = `https://s${++number}.example/mcp`;
      const body = createServerBody.parse({ url, name: `S${number}`, sensitivity: 'fast', tags });
      const { id } = await registerServer(ctx, scope, body);
      await world.up(id);
      clock.advance(1_000);
      return id;
    },
    /** For people, where the test does not say otherwise. */
    async channel(about: Partial<CreateChannelBody> = {}): Promise<string> {
      const body = { type: 'slack', url: 'https://hooks.slack.com/services/T/B/x', ...about } as CreateChannelBody;
      return (await createChannel(ctx, scope, body)).id;
    },
    rules: (rules: Partial<PutRulesBody>) => putRules(ctx, scope, putRulesBody.parse(rules)),
    up: (...ids: string[]) =>
      recordBatch(
        ctx,
        'eu',
        ids.map((id) => see(id, true)),
      ),
    down: (...ids: string[]) =>
      recordBatch(
        ctx,
        'eu',
        ids.map((id) => see(id, false)),
      ),
    /** What an engine does all the time; every channel takes all it gets, unless `ok` says no. */
    async turn(ok: (channelId: string) => boolean = () => true): Promise<void> {
      await tellNotices(ctx);
      await tellDigests(ctx);
      for (;;) {
        const claimed = await claimDeliveries(ctx, 100);
        if (claimed.length === 0) return;
        for (const each of claimed) {
          const [row] =
            await ctx.rows(`select d.channel_id, e.body from delivery d join event e on e.workspace_id = d.workspace_id
            and e.id = d.event_id where d.id = '${each.deliveryId}'`);
          const channelId = String(row?.channel_id);
          const isOk = ok(channelId);
          const result = isOk
            ? { ...SENT, ok: true }
            : { ...SENT, ok: false, status: 500, error: 'http.server_error' as const };
          if (isOk)
            told.push({ channelId, deliveryId: each.deliveryId, at: clock.now(), body: JSON.parse(String(row?.body)) });
          await recordAttempt(ctx, each, result, clock.now() + 5 * MINUTE);
        }
      }
    },
    async pass(minutes: number): Promise<void> {
      for (let i = 0; i < minutes; i++) {
        clock.advance(MINUTE);
        await world.turn();
      }
    },
    /** Types of what a channel received. */
    heard: (channelId: string) => told.flatMap((each) => (each.channelId === channelId ? [each.body.type] : [])),
    /** The delivery log in words, oldest first. */
    async log(channelId?: string): Promise<string[]> {
      const rows =
        await ctx.rows(`select d.channel_id, e.type, d.state, d.merged_into, d.cancelled_for, d.held_for from delivery d
        join event e on e.workspace_id = d.workspace_id and e.id = d.event_id order by e.created_at, e.type`);
      return rows
        .filter((row) => channelId === undefined || row.channel_id === channelId)
        .map(({ type, state, merged_into, cancelled_for, held_for }) =>
          [type, merged_into ? 'merged' : state, cancelled_for ?? (state === 'pending' && held_for)]
            .filter(Boolean)
            .join(' '),
        );
    },
    /** Makes PostgreSQL refuse rows of a table, as late in a transaction as can be, until what is returned is called. */
    async breakInserts(table: string): Promise<() => Promise<void>> {
      await ctx.rows(
        `create function refuse() returns trigger language plpgsql as 'begin raise exception ''broken''; end'`,
      );
      await ctx.rows(`create constraint trigger broken after insert on ${table} deferrable initially deferred
        for each row execute function refuse()`);
      return async () => void (await ctx.rows(`drop trigger broken on ${table}`));
    },
    end: ctx.close,
  };
  return world;
}

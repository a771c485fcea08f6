import { z } from 'zod';
import { idSchema } from '../ids.ts';
import { PHASE_NAMES, PROBE_REASONS } from '../words.ts';

const serverId = idSchema('server');

/**
 * What `GET /api/v1/live` streams. All but `phase` only say what is worth reading again; `phase` is a step of a probe outside
 * the clock, told while it runs.
 */
export const liveEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('probed'), serverIds: z.array(serverId) }),
    z.object({ type: z.literal('changed'), serverId: serverId.nullable() }),
    z.object({ type: z.literal('delivery'), channelId: idSchema('channel') }),
    z.object({
      type: z.literal('phase'),
      serverId,
      region: z.string(),
      reason: z.enum(PROBE_REASONS),
      phase: z.object({ name: z.enum(PHASE_NAMES), ms: z.number(), ok: z.boolean() }),
    }),
  ])
  .meta({ id: 'LiveEvent' });
export type LiveEvent = z.infer<typeof liveEvent>;

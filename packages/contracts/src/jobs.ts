import { z } from 'zod';
import { PROBE_REASONS } from './words.ts';

/** Wakes an engine: "see what is due in this second of the minute in this region". */
export const tickJob = z.object({ region: z.string(), slot: z.int().min(0).max(59) });
export type TickJob = z.infer<typeof tickJob>;

/**
 * About 100 targets of one region. Holds ids, never secrets. `dueAt` is epoch ms; `intervalMs` is there in what is due by the
 * clock, and says how late is too late.
 */
export const probeBatchJob = z.object({
  region: z.string(),
  dueAt: z.int(),
  reason: z.enum(PROBE_REASONS),
  targets: z
    .array(
      z.object({
        workspaceId: z.string(),
        serverId: z.string(),
        requestId: z.string().optional(),
        intervalMs: z.int().optional(),
      }),
    )
    .min(1),
});
export type ProbeBatchJob = z.infer<typeof probeBatchJob>;

export const deliveryJob = z.object({ workspaceId: z.string(), deliveryId: z.string(), attempt: z.int().min(1) });
export type DeliveryJob = z.infer<typeof deliveryJob>;

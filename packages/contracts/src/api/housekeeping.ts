import { z } from 'zod';
import { isoTime } from '../iso-time.ts';

/** Something that retention or packing did. */
export const housekeepingRun = z
  .object({
    at: isoTime,
    task: z.string().meta({ example: 'packed' }),
    subject: z.string().meta({ description: 'The UTC day, or the kind of history', example: '2026-11-18' }),
    affected: z.int().min(0).meta({ description: 'Results, rows or partitions' }),
  })
  .meta({ id: 'HousekeepingRun' });
export type HousekeepingRun = z.infer<typeof housekeepingRun>;

import { z } from 'zod';
import { isoTime } from '../iso-time.ts';

/** A place that servers are probed from. `name` is what people read: a city, when the operator gave one. */
export const region = z
  .object({
    id: z.string().meta({ example: 'eu-west' }),
    name: z.string().meta({ example: 'Dublin' }),
    seenAt: isoTime.nullable().meta({ description: 'Last sign of life of a prober there' }),
  })
  .meta({ id: 'Region' });
export type Region = z.infer<typeof region>;

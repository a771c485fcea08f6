import { z } from 'zod';
import { FAILURE_CLASS_NAMES } from '../failure-classes.ts';
import { isoTime } from '../iso-time.ts';

const count = z.int().min(0);
const ms = z.int().min(0).nullable();

/** How a region kept its clock. A probe is due, and then done, skipped or missed. */
export const regionWork = z
  .object({
    due: count,
    done: count,
    skipped: count.meta({ description: 'Not run, because they would have begun more than half an interval late' }),
    missed: count.meta({ description: 'Nobody was there to run them' }),
    suspect: count.meta({ description: 'Done, but held back: the prober did not trust itself' }),
    latenessP50Ms: ms,
    latenessP99Ms: ms,
  })
  .meta({ id: 'RegionWork' });
export type RegionWork = z.infer<typeof regionWork>;

/** A place that servers are probed from. `name` is what people read: a city, when the operator gave one. */
export const region = z
  .object({
    id: z.string().meta({ example: 'eu-west' }),
    name: z.string().meta({ example: 'Dublin' }),
    seenAt: isoTime.nullable().meta({ description: 'Last sign of life of a prober there' }),
    probers: count.meta({ description: 'Probers that gave a sign of life within the last half a minute' }),
    doubt: z
      .object({ class: z.enum(FAILURE_CLASS_NAMES), summary: z.string(), since: isoTime })
      .nullable()
      .meta({ description: 'Why failures seen from there are held back now' }),
    onItsOwn: z.boolean().meta({ description: 'Goes by its own clock: database, queue or engine are away' }),
    waiting: count.meta({ description: 'Results on the disks of its probers that wait for the database' }),
    dropped: count.meta({ description: 'Results given up since its probers started' }),
    lastHour: regionWork.nullable().meta({ description: 'The last twelve whole five minutes; null before the first' }),
  })
  .meta({ id: 'Region' });
export type Region = z.infer<typeof region>;

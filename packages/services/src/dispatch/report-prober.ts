import { touchProber } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';

/** A prober says that it lives. */
export async function reportProber(
  ctx: Pick<ServiceContext, 'database' | 'clock'>,
  prober: { id: string; region: string; version: string; startedAt: number },
): Promise<void> {
  await touchProber(ctx.database.db, {
    ...prober,
    startedAt: new Date(prober.startedAt),
    seenAt: new Date(ctx.clock.now()),
  });
}

import { FAILURE_CLASSES } from '@alivemcp/contracts';
import type { Db, LockedServer } from '@alivemcp/db';
import { agreedPosture } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { serverEventData } from '../event/server-event.ts';

/** Keeps the agreed posture, and tells once when our credential stops working: that is never downtime. */
export async function judgePosture(
  tx: Db,
  ctx: ServiceContext,
  { state, server }: LockedServer,
  fresh: Parameters<typeof agreedPosture>[0],
): Promise<void> {
  const posture = agreedPosture(fresh);
  if (posture === null || posture === state.posture) return;
  state.posture = posture;
  if (posture !== 'credential_rejected') return;
  const witness = fresh.find((report) => report.posture === posture);
  const failureClass = witness?.class ?? 'auth.rejected';
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: `${server.id}:credential`,
    status: state.status,
    class: failureClass,
    summary: witness?.summary ?? FAILURE_CLASSES[failureClass].sentence,
    firstAction: FAILURE_CLASSES[failureClass].firstAction,
  });
  await emitEvent(tx, ctx, { type: 'credential.rejected', at: witness?.checkedAt ?? ctx.clock.now(), data });
}

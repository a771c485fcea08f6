import { FAILURE_CLASSES } from '@alivemcp/contracts';
import { agreedPosture } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { serverEventData } from '../event/server-event.ts';
import type { Judging } from './judging.ts';

/** Keeps the agreed posture, and tells once when our credential stops working: that is never downtime. */
export function judgePosture(
  ctx: ServiceContext,
  { state, server, news }: Judging,
  fresh: Parameters<typeof agreedPosture>[0],
): void {
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
  const at = witness?.checkedAt ?? ctx.clock.now();
  news.push({ event: { type: 'credential.rejected', at, data }, audience: { kind: 'subscribed' } });
}

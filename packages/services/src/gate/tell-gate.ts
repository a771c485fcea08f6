import { cleanLine } from '@alivemcp/contracts';
import { cancelOfServer, type Db, findServer, type GateRow, type ServerRow } from '@alivemcp/db';
import type { ServiceContext } from '../context.ts';
import { emitEvent } from '../event/emit-event.ts';
import { serverEventData } from '../event/server-event.ts';
import { gateSummary } from './gate-summary.ts';

const MAX_SUMMARY = 1_000;

/** Tells how a gate ended. One that passed resolves at PagerDuty what others have opened: none of those may come after it. */
export async function tellGate(tx: Db, ctx: ServiceContext, gate: GateRow, server: ServerRow): Promise<void> {
  const { workspaceId, id, state, endedAt } = gate;
  const found = await findServer(tx, workspaceId, server.id);
  const data = serverEventData(ctx, server, {
    sequence: found?.state.sequence ?? 0,
    dedupKey: id,
    status: found?.state.status,
    summary: cleanLine(gateSummary(gate), MAX_SUMMARY),
  });
  if (state === 'passed')
    await cancelOfServer(
      tx,
      { workspaceId, serverId: server.id },
      { event: 'gate.failed', channel: 'pagerduty' },
      new Date(ctx.clock.now()),
    );
  const links = { ...data.links, gate: `${ctx.publicUrl}/api/v1/gates/${id}` };
  await emitEvent(tx, ctx, {
    type: state === 'passed' ? 'gate.passed' : 'gate.failed',
    at: endedAt?.getTime() ?? ctx.clock.now(),
    data: { ...data, links },
  });
}

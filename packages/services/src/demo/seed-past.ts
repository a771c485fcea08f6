import type { Protocol } from '@alivemcp/contracts';
import {
  type Db,
  dateServerBack,
  insertPastIncidents,
  insertPastLatency,
  insertPastTools,
  insertPastTransitions,
  insertToolSnapshots,
  updateServerState,
} from '@alivemcp/db';
import type { Scope } from '../context.ts';
import { generateHistory } from './generate-history.ts';
import { generateLatency } from './generate-latency.ts';
import { pastIncidents } from './past-incidents.ts';
import { pastTools, type Said } from './past-tools.ts';

/** A failure is known after the probe that saw it and the one that confirmed it. */
const DECIDED_AFTER_MS = 12_000;

export type PastServer = {
  id: string;
  name: string;
  index: number;
  protocol: Protocol | null;
  said: Said[];
};

/** Gives a server that was just registered the past it never had, from `from` to `to`. The next transition goes on after it. */
export async function seedPast(
  tx: Db,
  { workspaceId, actor }: Scope,
  region: string,
  { id, name, index, protocol, said }: PastServer,
  from: number,
  to: number,
): Promise<void> {
  const { changes, failures } = generateHistory(index, from, to);
  const since = new Date(changes.at(-1)?.at ?? from);
  const dated = changes.map((change) => ({ ...change, at: new Date(change.at) }));
  const tools = protocol && pastTools(said, protocol.era, region, from, to);
  const present = tools?.present;

  await dateServerBack(tx, workspaceId, id, {
    createdAt: new Date(from),
    lastSeen: {
      checkedAt: new Date(to),
      runSince: since,
      posture: protocol ? 'open' : 'auth_required',
      class: protocol ? null : 'auth.required',
      toolsHash: present?.list.hash ?? null,
    },
  });
  await insertPastTransitions(tx, workspaceId, id, region, dated, DECIDED_AFTER_MS);
  await insertPastIncidents(tx, workspaceId, id, pastIncidents(name, region, actor, failures, DECIDED_AFTER_MS));
  await insertPastLatency(tx, workspaceId, id, region, generateLatency(index, from, to, failures));
  if (tools) {
    await insertToolSnapshots(
      tx,
      tools.snapshots.map((snapshot) => ({ ...snapshot, workspaceId })),
    );
    await insertPastTools(tx, workspaceId, id, tools.versions, tools.drifts);
  }
  await updateServerState(tx, workspaceId, id, {
    status: 'up',
    since,
    sequence: changes.length,
    posture: protocol ? 'open' : 'auth_required',
    protocol,
    serverName: said.at(-1)?.name ?? null,
    serverVersion: present?.version ?? null,
    toolsHash: present?.list.hash ?? null,
    toolsCount: present?.list.count ?? null,
    toolsEra: protocol?.era ?? null,
    toolsVersion: present?.version ?? null,
    toolsChangedAt: present?.at ?? null,
  });
}

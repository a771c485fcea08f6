import { cleanLine } from '@alivemcp/contracts';
import { type Db, type GateSighting, noteGateAnswers as noteAnswers } from '@alivemcp/db';
import type { RecordedProbe } from '../record/record-batch.ts';

const MAX_VERSION = 200;
const MAX_SUMMARY = 300;

/** Keeps what a region saw for the gates that asked for these probes. Called where results are recorded, in their transaction. */
export async function noteGateAnswers(tx: Db, region: string, probes: RecordedProbe[]): Promise<void> {
  const asked = probes.filter(({ reason, requestId }) => reason === 'manual' && requestId !== null);
  await noteAnswers(
    tx,
    region,
    asked.map(({ workspaceId, serverId, scheduledAt, ...probe }) => ({
      workspaceId,
      serverId,
      scheduledAt: new Date(scheduledAt).toISOString(),
      sighting: sightingOf(probe),
    })),
  );
}

/** The round is known to the gate. */
function sightingOf({
  result,
  toolList,
  suspect,
}: Pick<RecordedProbe, 'result' | 'toolList' | 'suspect'>): Omit<GateSighting, 'round'> {
  const version = result.serverInfo?.version;
  return {
    checkedAt: new Date(result.startedAt).toISOString(),
    outcome: result.outcome,
    posture: result.posture,
    class: result.class,
    summary: cleanLine(result.summary, MAX_SUMMARY),
    version: version === undefined ? null : cleanLine(version, MAX_VERSION),
    toolsHash: toolList?.hash ?? null,
    suspect,
  };
}

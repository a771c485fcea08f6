import type { Phase, ProbeBatchJob } from '@alivemcp/contracts';
import { type ServiceContext, tellLive } from '@alivemcp/services';
import type { Logger } from '@alivemcp/telemetry';

export type TellPhase = (server: { workspaceId: string; serverId: string }, phase: Phase) => void;

/**
 * Tells the phases of a batch that somebody waits for: in order, one statement at a time, what came meanwhile in the next.
 * Nothing waits for it, and what cannot be told is left out.
 */
export function createPhaseTeller(
  { services, log }: { services: ServiceContext; log: Logger },
  { region, reason }: Pick<ProbeBatchJob, 'region' | 'reason'>,
): TellPhase {
  let waiting: Parameters<typeof tellLive>[1] = [];
  let telling = false;

  const run = async () => {
    telling = true;
    while (waiting.length > 0) {
      const messages = waiting;
      waiting = [];
      await tellLive(services, messages).catch((error: unknown) => log.debug({ err: error }, 'phases were not told'));
    }
    telling = false;
  };

  return ({ workspaceId, serverId }, phase) => {
    waiting.push({ workspaceId, event: { type: 'phase', serverId, region, reason, phase } });
    if (!telling) void run();
  };
}

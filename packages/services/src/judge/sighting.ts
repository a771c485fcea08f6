import type { ProbeReason, Protocol } from '@alivemcp/contracts';

/** What a probe just said of a server beyond its outcome: the facts that the state row and the drift engine hold on to. */
export type Sighting = {
  reason: ProbeReason;
  protocol: Protocol | null;
  serverInfo: { name: string; version: string } | null;
  toolsHash: string | null;
};

import type { ProbeReason, Protocol, TruthNote } from '@alivemcp/contracts';

/** What a probe just said of a server beyond its outcome: the facts that the state row and the drift engine hold on to. */
export type Sighting = {
  region: string;
  reason: ProbeReason;
  protocol: Protocol | null;
  serverInfo: { name: string; version: string } | null;
  toolsHash: string | null;
  surfaceHash: string | null;
  /** How the probe introduced itself: lists of two profiles are two contracts, and are not compared. */
  profile: string;
  /** The list that another client is shown; null when nobody asked. */
  alternate: { clientName: string; hash: string } | null;
  /** null when nobody asked. */
  truth: TruthNote[] | null;
};

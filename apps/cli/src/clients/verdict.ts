import type { TransportChoice } from '@alivemcp/contracts';

/** What a client is asked to do. */
export type Question = {
  url: string;
  headers: Record<string, string>;
  transport: TransportChoice;
  timeoutMs: number;
};

/** What it saw. `error` as the client said it, not yet fit to be shown. */
export type Answer = {
  ok: boolean;
  error: string | null;
  protocolVersion: string | null;
  tools: number | null;
  durationMs: number;
};

/** The same under the client's name, fit to be shown. Scripts depend on its shape. */
export type ClientVerdict = { name: string; version: string } & Answer;

import type { Transport } from '@alivemcp/contracts';
import type { CallResult } from './json-rpc.ts';

/** A legacy conversation over either transport. Every method throws ProbeFailure, except `close`. */
export type Channel = {
  transport: Transport;
  call(method: string, params: object, options?: { allowBatch?: boolean }): Promise<CallResult>;
  notify(method: string): Promise<void>;
  /** The version both sides agreed on; sent as a header from then on. */
  agree(version: string): void;
  close(): Promise<void>;
};

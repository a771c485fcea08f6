import type { ProbeTarget } from '@alivemcp/contracts';
import type { GuardOptions } from '@alivemcp/net-guard';
import type { Behaviour, CertificateKind } from '@alivemcp/testkit/mcp';

/** One way to cause a failure class. */
export type ClassCase = {
  name: string;
  /** How the server behaves; it is watched over plain HTTP and over TLS. */
  behaviour?: Behaviour;
  /** The server speaks TLS only, with such a certificate or in such a way. */
  tls?: CertificateKind | 'old' | 'demands-certificate';
  /** Whether the probe trusts the authority of that certificate. */
  trusting?: false;
  /** What is probed in place of the server's own URL. */
  dial?: (url: string) => string;
  /** The process behind the port hangs; `full`: connections are not even opened. */
  sleeper?: 'open' | 'full';
  /** Other systems refuse at once, or find a way. */
  linuxOnly?: true;
  target?: Partial<ProbeTarget>;
  guard?: GuardOptions;
  /** Part of the sentence, where it is not the class's own. */
  says?: string;
};

export type ClassCases = ClassCase[];

/** For what never ends by itself. */
export const FAST = { timeoutMs: 1200 };

export const tool = (name: string, more: object = {}) => ({ name, inputSchema: { type: 'object' }, ...more });

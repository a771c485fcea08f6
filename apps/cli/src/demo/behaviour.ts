import type { Protocol } from '@alivemcp/contracts';
import type { Handler } from './json-rpc.ts';
import type { Persona } from './persona.ts';

/** A server of the demo. Behaviours know only how long the demo has run, so that the same things happen after every start. */
export type Behaviour = {
  slug: string;
  name: string;
  group: 'Core' | 'Partners';
  tags: string[];
  /** What it spoke in its generated past; null when nobody was let in. */
  protocol: Protocol | null;
  /** What it said of itself in its generated past, oldest first; the last is what it says at the start. */
  past: Persona[];
  handle(elapsedMs: () => number): Handler;
  /** Whether its port takes connections. Without it: always. */
  listens?(elapsedMs: number): boolean;
};

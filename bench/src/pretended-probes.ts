import { FAILURE_CLASSES, type Phase } from '@alivemcp/contracts';
import { canonicalSurface, canonicalToolList } from '@alivemcp/drift';
import type { RecordedProbe } from '@alivemcp/services';
import { probed } from '@alivemcp/testkit';
import type { Target } from './product.ts';

const TOOLS = canonicalToolList([{ name: 'echo', description: 'Says it again', inputSchema: { type: 'object' } }]);
const SURFACE = canonicalSurface(probed());
const PHASES: Phase[] = [
  { name: 'dns', ms: 2, ok: true },
  { name: 'tcp', ms: 11, ok: true },
  { name: 'tls', ms: 22, ok: true },
  { name: 'initialize', ms: 18, ok: true },
  { name: 'initialized', ms: 8, ok: true },
  { name: 'tools', ms: 13, ok: true },
];
const REFUSED = FAILURE_CLASSES['tcp.refused'];

/** A server that answers as ever, at `at` epoch ms. */
export const good = (target: Target, at: number): RecordedProbe => ({
  ...target,
  scheduledAt: at,
  reason: 'scheduled',
  requestId: null,
  result: probed({ startedAt: at, durationMs: 82, latencyMs: 74, phases: PHASES }),
  toolList: TOOLS,
  surface: SURFACE,
  alternate: null,
  suspect: false,
});

/** A server that refuses the connection. */
export const bad = (target: Target, at: number): RecordedProbe => ({
  ...good(target, at),
  result: probed({
    outcome: 'down',
    class: 'tcp.refused',
    summary: REFUSED.sentence,
    firstAction: REFUSED.firstAction,
    startedAt: at,
    latencyMs: null,
    phases: PHASES.slice(0, 2).map((phase, i) => ({ ...phase, ok: i === 0 })),
    protocol: null,
    serverInfo: null,
    tools: null,
  }),
  toolList: null,
  surface: null,
});

import type { ProbeResult } from '@alivemcp/contracts';
import { canonicalToolList } from '@alivemcp/drift';
import type { ClientVerdict } from '../clients/verdict.ts';

/** The document of `check --json`. Scripts depend on its shape. */
export function checkJson(url: string, result: ProbeResult, clients?: ClientVerdict[]) {
  const list = result.tools === null ? null : canonicalToolList(result.tools);
  return {
    url,
    outcome: result.outcome,
    posture: result.posture,
    class: result.class,
    summary: result.summary,
    firstAction: result.firstAction,
    durationMs: Math.round(result.durationMs),
    phases: result.phases.map(({ name, ms, ok }) => ({ name, ms, ok })),
    protocol: result.protocol,
    serverInfo: result.serverInfo,
    tools: list && { count: list.count, hash: list.hash, names: list.names },
    warnings: result.warnings,
    attempts: result.attempts,
    transcript: result.transcript,
    ...(clients && { clients }),
  };
}

import {
  cleanText,
  FAILURE_CLASSES,
  type FailureClass,
  type Outcome,
  type Posture,
  type ProbeResult,
  type ProbeTarget,
  type ProbeWarning,
} from '@alivemcp/contracts';
import type { Attempt } from './attempt.ts';
import type { Conversation } from './conversation.ts';
import { createRedactor } from './redact.ts';

type Verdict = {
  outcome: Outcome;
  posture: Posture;
  class: FailureClass | null;
  summary: string;
  warnings: ProbeWarning[];
};

const OUTCOME = { down: 'down', degraded: 'degraded', auth: 'up', none: 'unknown' } as const;

/** The result of the deciding attempt, with what the first of two has to add. */
export function buildResult(
  target: ProbeTarget,
  decided: Attempt,
  first: Attempt | null,
  durationMs: number,
): ProbeResult {
  const { facts, spoken, failure } = decided;
  const verdict = spoken !== null ? judgeSpoken(target, spoken) : judgeFailure(target, decided);
  return {
    outcome: verdict.outcome,
    posture: verdict.posture,
    class: verdict.class,
    summary: verdict.summary,
    firstAction: verdict.class === null ? null : FAILURE_CLASSES[verdict.class].firstAction,
    startedAt: decided.startedAt,
    durationMs,
    latencyMs: spoken === null ? null : Math.round(spoken.latencyMs * 10) / 10,
    phases: decided.phases,
    protocol: facts.protocol,
    serverInfo: facts.serverInfo,
    capabilities: facts.capabilities,
    instructions: facts.instructions,
    tools: spoken?.tools ?? null,
    lists: spoken?.lists ?? {},
    call: spoken?.call ?? null,
    truth: spoken?.truth ?? null,
    warnings: verdict.warnings,
    attempts: first === null ? 1 : 2,
    firstAttempt:
      first?.failure == null
        ? null
        : { class: first.failure.failureClass, durationMs: first.durationMs, phases: first.phases },
    transcript: decided.transcript,
    certificate: certificate(decided.certificateValidTo, decided.startedAt),
    retryAfterMs: failure?.facts.retryAfterMs ?? null,
  };
}

/** A whole conversation: up, unless what was listed is not what it should be. */
function judgeSpoken(target: ProbeTarget, spoken: Conversation): Verdict {
  const { expectations } = target;
  const posture: Posture = target.auth.type === 'none' ? 'open' : 'credentialed';
  const declared = spoken.capabilities !== null && 'tools' in spoken.capabilities;
  if (spoken.tools.length === 0 && (declared || target.hadTools) && expectations.allowEmptyTools !== true) {
    return {
      outcome: 'down',
      posture,
      class: 'mcp.tools_empty',
      summary: FAILURE_CLASSES['mcp.tools_empty'].sentence,
      warnings: spoken.warnings,
    };
  }
  const warnings = [...spoken.warnings, ...unexpected(target, spoken)];
  const worst = warnings.find((w) => FAILURE_CLASSES[w.class].effect === 'degraded' && !w.harmless);
  if (worst !== undefined)
    return { outcome: 'degraded', posture, class: worst.class, summary: worst.summary, warnings };
  const count = spoken.tools.length;
  return {
    outcome: 'up',
    posture,
    class: null,
    summary: `Up: ${count} ${count === 1 ? 'tool' : 'tools'} listed.`,
    warnings,
  };
}

function unexpected({ expectations }: ProbeTarget, spoken: Conversation): ProbeWarning[] {
  const warnings: ProbeWarning[] = [];
  const version = spoken.serverInfo?.version ?? 'none';
  if (expectations.version !== undefined && expectations.version !== version)
    warnings.push({
      class: 'mcp.version_mismatch',
      summary: `The server says version ${version}, its owner expects ${expectations.version}.`,
    });
  if (expectations.tools !== undefined && expectations.tools.length > 0) {
    const names = new Set(spoken.tools.map((tool) => (tool as { name?: unknown } | null)?.name));
    const missing = expectations.tools.filter((name) => !names.has(name));
    if (missing.length > 0)
      warnings.push({
        class: 'mcp.version_mismatch',
        summary: `Expected tools are not listed: ${missing.slice(0, 5).join(', ')}.`,
      });
  }
  return warnings;
}

function judgeFailure(target: ProbeTarget, { failure, auth, secrets }: Attempt): Verdict {
  const failureClass = auth?.failureClass ?? failure?.failureClass ?? 'observer.cancelled';
  const { effect, sentence } = FAILURE_CLASSES[failureClass];
  const detail = auth === null ? failure?.facts.detail : auth.detail;
  return {
    outcome: OUTCOME[effect],
    posture: auth?.posture ?? (target.auth.type === 'none' ? 'open' : 'credentialed'),
    class: failureClass,
    summary: detail === undefined ? sentence : createRedactor(secrets).text(cleanText(detail)),
    warnings: [],
  };
}

function certificate(validTo: string | null, now: number): ProbeResult['certificate'] {
  if (validTo === null || validTo === '') return null;
  return { validTo, daysLeft: Math.floor((Date.parse(validTo) - now) / 86_400_000) };
}

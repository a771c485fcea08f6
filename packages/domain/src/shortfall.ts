import type { FailureClass, Outcome } from '@alivemcp/contracts';
import { slownessOf } from './slowness.ts';
import { unsteadinessOf } from './unsteadiness.ts';

/** Why a server that its regions see up is degraded all the same. */
export type Shortfall = { class: FailureClass; summary: string };

/** A probe of the last minutes that is to be believed. */
export type Check = { region: string; outcome: Outcome; class: FailureClass | null; latencyMs: number | null };

const WINDOW_MS = 5 * 60_000;

/** How far back probes count, ms: five minutes, or five rounds of a slow clock. */
export const shortfallWindowMs = (intervalMs: number): number => Math.max(WINDOW_MS, 5 * intervalMs);

/**
 * What a server that answers falls short of, by its probes of the last minutes, newest first: it fails too often, in at least
 * `need` regions, or takes too long. Null when it does not.
 */
export function shortfallOf(
  checks: readonly Check[],
  { latencyBudgetMs, need }: { latencyBudgetMs: number; need: number },
): Shortfall | null {
  const failures = checks.filter(({ outcome }) => outcome === 'down');
  const unsteady = unsteadinessOf(
    checks.map(({ region, outcome }) => ({ region, failed: outcome === 'down' })),
    need,
  );
  const [newest] = failures;
  if (unsteady && newest?.class)
    return {
      class: newest.class,
      summary: `${unsteady.failed} of the last ${unsteady.probes} probes failed.`,
    };
  const good = checks.filter(({ outcome }) => outcome === 'up');
  const slow = slownessOf(
    good.flatMap(({ latencyMs }) => latencyMs ?? []),
    latencyBudgetMs,
  );
  return (
    slow && {
      class: 'latency.over_budget',
      summary: `The 95th percentile of the last minutes is ${slow.p95Ms} ms, over the budget of ${slow.budgetMs} ms.`,
    }
  );
}

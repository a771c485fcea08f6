import type { Decision, FreshReport } from '@alivemcp/domain';
import type { ServiceContext } from '../context.ts';
import { serverEventData } from '../event/server-event.ts';
import type { Judging } from './judging.ts';

/** A dissenting region is told of once it has said so twice in a row. */
const ADVISORY_ROUNDS = 2;

/**
 * Whether a region has said twice that there is trouble, and another has seen none since it began to: who has not looked again does
 * not disagree. What it said of an outage before is no dissent from its end.
 */
const isDissent = ({ runLength, runSince, checkedAt }: FreshReport, fresh: readonly FreshReport[], upSince: number) =>
  runLength >= ADVISORY_ROUNDS &&
  checkedAt >= upSince &&
  fresh.some((other) => other.outcome === 'up' && other.checkedAt >= runSince);

/** Keeps the regional advisory: regions that see trouble on a server that the others see up. */
export function judgeAdvisory(
  ctx: ServiceContext,
  { state, server, news }: Judging,
  verdict: Decision['verdict'],
  assigned: string[],
): void {
  const dissent =
    verdict.kind === 'up' && state.status === 'up'
      ? verdict.against.filter((report) => isDissent(report, verdict.fresh, state.since.getTime()))
      : [];
  const regions = dissent.map((report) => report.region);
  if (regions.join() === state.advisoryRegions.join()) return;

  const began = state.advisoryRegions.length === 0;
  const since = Math.min(...dissent.map((report) => report.runSince));
  const patch = {
    advisoryRegions: regions,
    advisorySince: regions.length === 0 ? null : began ? new Date(since) : state.advisorySince,
  };
  Object.assign(state, patch);
  if (!began) return;

  const [first] = dissent;
  const data = serverEventData(ctx, server, {
    sequence: state.sequence,
    dedupKey: `${server.id}:regional:${since}`,
    status: state.status,
    since: new Date(since).toISOString(),
    class: first?.class ?? null,
    summary: first?.summary ?? 'Some regions see trouble.',
    regions: { failing: regions, sighted: verdict.fresh.map((report) => report.region), assigned },
  });
  news.push({ event: { type: 'server.regional', at: since, data }, audience: { kind: 'subscribed' } });
}

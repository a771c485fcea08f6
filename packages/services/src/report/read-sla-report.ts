import { AppError, type SlaReport, type SlaReportQuery } from '@alivemcp/contracts';
import { listReportServers, type ReportScope } from '@alivemcp/db';
import { type MonthSpan, monthOf, monthSpan } from '@alivemcp/domain';
import type { Scope, ServiceContext } from '../context.ts';
import { notFound } from '../not-found.ts';
import { loadMonthFacts } from './load-month-facts.ts';
import { addFacts, toFigures } from './to-figures.ts';

/** How the servers of a workspace, or one of them, did in a month against a target; of a running month as far as it goes. */
export async function readSlaReport(
  ctx: ServiceContext,
  scope: Scope,
  query: Omit<SlaReportQuery, 'format'>,
): Promise<SlaReport> {
  const now = ctx.clock.now();
  const { month = monthOf(now), target, serverId } = query;
  const span = monthSpan(month);
  if (span.from > now) throw notBegun();
  const until = Math.min(span.to, now);

  const of: ReportScope = { workspaceId: scope.workspaceId, serverId };
  const servers = await listReportServers(ctx.database.db, of);
  if (serverId !== undefined && servers.length === 0) throw notFound('server');
  const facts = await loadMonthFacts(ctx, of, servers, { ...span, until });
  return {
    month,
    ...isoSpan(span),
    until: new Date(until).toISOString(),
    targetPercent: target,
    servers: facts.map(({ id, name, ...of }) => ({ serverId: id, name, ...toFigures(of, target) })),
    total: toFigures(addFacts(facts), target),
  };
}

const isoSpan = ({ from, to }: MonthSpan) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() });

const notBegun = () =>
  new AppError('invalid', 'This month has not begun.', [{ pointer: '/month', message: 'has not begun' }]);

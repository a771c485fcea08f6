import type { SlaReport } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { utcTime } from '../../../format/times.ts';
import { useArrival } from '../../shell/use-arrival.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty, PageHeader, Section } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { DEFAULT_TARGET } from './default-target.ts';
import { MonthChoice } from './month-choice.tsx';
import { monthName, thisMonth } from './months.ts';
import './print.css';
import { csvPath, reportQuery } from './report-query.ts';
import { ReportTable } from './report-table.tsx';
import { ReportTotal } from './report-total.tsx';
import { TargetForm } from './target-form.tsx';

const route = getRouteApi('/shell/reports');

export function ReportPage() {
  const { month = thisMonth(), target = DEFAULT_TARGET } = route.useSearch();
  const query = useQuery(reportQuery(month, target));
  // The way to the next month is gone when it is the running one: the focus goes on in the page.
  useArrival(month);
  useTitle(`Report of ${monthName(month)}`);
  return (
    <div className="report">
      <PageHeader
        title={`Report of ${monthName(month)}`}
        lead={`Availability against a target of ${target} %, all times UTC.`}
      >
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
          <a className="link inline-flex min-h-9 items-center" href={csvPath(month, target)} download>
            Download CSV
          </a>
          <Button onClick={() => window.print()}>Print</Button>
        </div>
      </PageHeader>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 print:hidden">
        <MonthChoice month={month} />
        <TargetForm target={target} />
      </div>
      <QueryView query={query} lines={6}>
        {(report) => <Shown report={report} />}
      </QueryView>
    </div>
  );
}

function Shown({ report }: { report: SlaReport }) {
  const running = report.until < report.to;
  if (report.servers.length === 0) return <NoServers />;
  if (report.total.observedMs === 0) return <NothingSeen month={report.month} />;
  return (
    <>
      <Section title={report.servers.length > 1 ? `All ${report.servers.length} servers together` : 'In sum'}>
        <ReportTotal total={report.total} running={running} />
      </Section>
      <Section title="Each server">
        <ReportTable report={report} running={running} />
      </Section>
      <p className="mt-4 max-w-prose text-sm text-pretty text-muted">
        {running && `The month goes on: these are the figures up to ${utcTime(report.until)}. `}
        Availability is the time up or degraded, of the time observed; maintenance, pauses and what nobody saw are
        outside. The error budget is the downtime the target allows{running && ' in the whole month'}; at a burn rate of
        1 all of it is spent when the month ends.
      </p>
    </>
  );
}

function NoServers() {
  return (
    <Empty
      title="No servers yet"
      action={
        <LinkButton to="/servers/new" look="primary">
          Register your first server
        </LinkButton>
      }
    >
      From the first check on, every month of a server is reported here.
    </Empty>
  );
}

function NothingSeen({ month }: { month: string }) {
  return (
    <Empty
      title={`Nothing was observed in ${monthName(month)}`}
      action={month < thisMonth() && <LinkButton to="/reports">See the running month</LinkButton>}
    >
      None of the servers was watched in that time.
    </Empty>
  );
}

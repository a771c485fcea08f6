import { type Server, UPTIME_WINDOWS } from '@alivemcp/contracts';
import { useQueries } from '@tanstack/react-query';
import { percent } from '../../../../format/numbers.ts';
import { uptimeQuery } from '../../../api/queries.ts';
import { Card, Section } from '../../../ui/layout.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { UptimeDays } from '../../../ui/uptime-days.tsx';
import { BadDays } from './bad-days.tsx';
import { WINDOW_WORDS } from './window-words.ts';

export function UptimeSection({ server }: { server: Server }) {
  const queries = useQueries({ queries: UPTIME_WINDOWS.map((window) => uptimeQuery(server.id, window)) });
  const last = queries[queries.length - 1];
  return (
    <Section title="Uptime">
      <Card>
        <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
          {UPTIME_WINDOWS.map((window, index) => {
            const uptime = queries[index]?.data;
            return (
              <div key={window}>
                <dt className="text-sm text-muted">{WINDOW_WORDS[window]}</dt>
                <dd>
                  <span className="figures text-lg font-semibold">{percent(server.uptime[window])}</span>
                  <span className="figures block text-sm text-muted">
                    {uptime ? `${percent(uptime.coveragePercent)} observed` : '…'}
                  </span>
                </dd>
              </div>
            );
          })}
        </dl>
        {last && (
          <div className="mt-5">
            <QueryView query={last} lines={1}>
              {({ days }) => (
                <>
                  <UptimeDays days={days} label="The last 90 days" />
                  <p aria-hidden="true" className="figures mt-1 flex justify-between text-xs text-muted">
                    <span>{days[0]?.day}</span>
                    <span>today, UTC</span>
                  </p>
                  <BadDays days={days} />
                </>
              )}
            </QueryView>
          </div>
        )}
      </Card>
    </Section>
  );
}

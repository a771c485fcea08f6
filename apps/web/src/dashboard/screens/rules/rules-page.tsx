import type { AlertRules } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { channelsQuery, rulesQuery } from '../../api/queries.ts';
import { announce } from '../../ui/announce.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { NoChannel } from './no-channel.tsx';
import { RulesForm } from './rules-form.tsx';
import { useRulesChanged } from './use-rules-changed.ts';

/** The rules of the workspace. */
export function RulesPage() {
  const channels = useQuery(channelsQuery);
  const rules = useQuery(rulesQuery);
  const changed = useRulesChanged();
  useTitle('Alert rules');
  return (
    <>
      <PageHeader
        title="Alert rules"
        lead="Where alerts go, when, and when not. They hold for every server that has none of its own."
      />
      <QueryView query={channels} lines={6}>
        {(all) =>
          all.length === 0 ? (
            <NoChannel />
          ) : (
            <QueryView query={rules} lines={6}>
              {(present) => (
                <RulesForm
                  of="workspace"
                  rules={present}
                  channels={all}
                  put={(body) => api.put<AlertRules>('/rules', body)}
                  onSaved={(next) => {
                    changed(next);
                    announce('The rules were saved');
                  }}
                />
              )}
            </QueryView>
          )
        }
      </QueryView>
    </>
  );
}

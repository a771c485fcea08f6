import type { AlertRules, Channel, Server } from '@alivemcp/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { serverRulesQuery } from '../../../api/queries.ts';
import { announce } from '../../../ui/announce.tsx';
import { focusMain, takeFocus } from '../../../ui/focus.ts';
import { Section } from '../../../ui/layout.tsx';
import { RulesForm } from '../../rules/rules-form.tsx';
import { BackToDefault } from './back-to-default.tsx';
import { InheritedRules } from './inherited-rules.tsx';

type Props = { server: Server; rules: AlertRules; channels: Channel[] };

/** The rules that hold for a server: the default, or its own, which begin as the default is. */
export function ServerRules({ server, rules, channels }: Props) {
  const client = useQueryClient();
  const [begun, setBegun] = useState(false);
  const [edited, setEdited] = useState(false);
  const of = server.tags.includes('critical') ? 'critical server' : 'server';
  const close = () => {
    setBegun(false);
    setEdited(false);
    focusMain();
  };
  // What is being edited stays when these rules are deleted elsewhere.
  if (rules.inherited && !begun && !edited)
    return (
      <Section title="Rules">
        <InheritedRules of={of} rules={rules} channels={channels} begin={() => setBegun(true)} />
      </Section>
    );
  return (
    <Section title="Rules of its own" aside={!rules.inherited && <BackToDefault server={server} onDone={close} />}>
      <p
        // The button that was pressed is gone.
        ref={begun ? takeFocus : undefined}
        tabIndex={-1}
        className="mb-4 max-w-prose text-sm text-muted"
      >
        They hold for this server alone, in the place of the{' '}
        <Link className="link" to="/rules">
          default of the workspace
        </Link>
        : nothing of that is mixed in.
      </p>
      <RulesForm
        of={of}
        rules={rules}
        channels={channels}
        put={(body) => api.put<AlertRules>(`/servers/${server.id}/rules`, body)}
        onSaved={(next) => {
          client.setQueryData(serverRulesQuery(server.id).queryKey, next);
          announce('The rules of this server were saved');
        }}
        cancel={rules.inherited ? close : undefined}
        onEdited={setEdited}
      />
    </Section>
  );
}

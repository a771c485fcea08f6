import type { CreatedChannel } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { channelsQuery } from '../../api/queries.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { focusMain } from '../../ui/focus.ts';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { AddChannel } from './add-channel.tsx';
import { ChannelCreated } from './channel-created.tsx';
import { ChannelTable } from './channel-table.tsx';

type Adding = { step: 'no' } | { step: 'form' } | { step: 'created'; channel: CreatedChannel };

export function ChannelList() {
  const query = useQuery(channelsQuery);
  const [adding, setAdding] = useState<Adding>({ step: 'no' });
  useTitle('Channels');
  const close = () => {
    setAdding({ step: 'no' });
    focusMain();
  };
  const add = (
    <Button look="primary" onClick={() => setAdding({ step: 'form' })}>
      Add a channel
    </Button>
  );
  const filled = query.data !== undefined && query.data.length > 0;
  return (
    <>
      <PageHeader title="Channels" lead="Where AliveMCP says what happened.">
        {filled && <LinkButton to="/rules">Alert rules</LinkButton>}
        {filled && adding.step !== 'form' && add}
      </PageHeader>
      {adding.step === 'form' && (
        <AddChannel close={close} onCreated={(channel) => setAdding({ step: 'created', channel })} />
      )}
      {adding.step === 'created' && <ChannelCreated channel={adding.channel} close={close} />}
      <QueryView query={query}>
        {(channels) => {
          if (channels.length > 0) return <ChannelTable channels={channels} />;
          if (adding.step === 'form') return null;
          return (
            <Empty title="Nobody is told yet" action={add}>
              Mail, a chat, PagerDuty or a program of yours gets a message when a server goes down, recovers or changes
              its tools.
            </Empty>
          );
        }}
      </QueryView>
    </>
  );
}

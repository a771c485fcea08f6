import type { ChannelWithSecret } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { channelsQuery } from '../../api/queries.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { focusMain } from '../../ui/focus.ts';
import { Empty, PageHeader } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { AddWebhook } from './add-webhook.tsx';
import { ChannelTable } from './channel-table.tsx';
import { SecretOnce } from './secret-once.tsx';
import { SendTest } from './send-test.tsx';

type Adding = { step: 'no' } | { step: 'form' } | { step: 'created'; channel: ChannelWithSecret };

export function ChannelList() {
  const query = useQuery(channelsQuery);
  const [adding, setAdding] = useState<Adding>({ step: 'no' });
  useTitle('Channels');
  const stored = () => {
    setAdding({ step: 'no' });
    focusMain();
  };
  const add = (
    <Button look="primary" onClick={() => setAdding({ step: 'form' })}>
      Add a webhook
    </Button>
  );
  const filled = query.data !== undefined && query.data.length > 0;
  return (
    <>
      <PageHeader title="Channels" lead="Where AliveMCP says what happened.">
        {filled && adding.step !== 'form' && add}
      </PageHeader>
      {adding.step === 'form' && (
        <AddWebhook
          close={() => setAdding({ step: 'no' })}
          onCreated={(channel) => setAdding({ step: 'created', channel })}
        />
      )}
      {adding.step === 'created' && <Created channel={adding.channel} close={stored} />}
      <QueryView query={query}>
        {(channels) => {
          if (channels.length > 0) return <ChannelTable channels={channels} />;
          if (adding.step === 'form') return null;
          return (
            <Empty title="Nobody is told yet" action={add}>
              A webhook gets a signed message when a server goes down, recovers or changes its tools.
            </Empty>
          );
        }}
      </QueryView>
    </>
  );
}

function Created({ channel, close }: { channel: ChannelWithSecret; close: () => void }) {
  return (
    <SecretOnce title={`${channel.name} was added`} secret={channel.secret}>
      <SendTest channelId={channel.id} />
      <div className="flex flex-wrap gap-2">
        <LinkButton to="/channels/$channelId" params={{ channelId: channel.id }}>
          Open the channel
        </LinkButton>
        <Button onClick={close}>I have stored it</Button>
      </div>
    </SecretOnce>
  );
}

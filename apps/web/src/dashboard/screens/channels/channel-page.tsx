import type { Channel } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { channelQuery } from '../../api/queries.ts';
import { Button } from '../../ui/button.tsx';
import { focusMain } from '../../ui/focus.ts';
import { Card, PageHeader, Section } from '../../ui/layout.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { ChannelDeliveries } from './channel-deliveries.tsx';
import { ChannelOverview } from './channel-overview.tsx';
import { ChannelSettings } from './channel-settings.tsx';
import { DeleteChannel } from './delete-channel.tsx';
import { ReplayChannel } from './replay-channel.tsx';
import { RotateSecret } from './rotate-secret.tsx';
import { SecretOnce } from './secret-once.tsx';

const route = getRouteApi('/shell/channels/$channelId');

export function ChannelPage() {
  const { channelId } = route.useParams();
  const query = useQuery(channelQuery(channelId));
  useTitle(query.data?.name ?? 'Channel');
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/channels">
          Channels
        </Link>
      </p>
      <QueryView query={query} lines={6} title="Channel">
        {(channel) => <ChannelView key={channel.id} channel={channel} />}
      </QueryView>
    </>
  );
}

function ChannelView({ channel }: { channel: Channel }) {
  return (
    <>
      <PageHeader title={channel.name} />
      <ChannelOverview channel={channel} />
      <Section title="Deliveries">
        <ChannelDeliveries channel={channel} />
      </Section>
      <Section title="Replay">
        <Card>
          <ReplayChannel channel={channel} />
        </Card>
      </Section>
      <Section title="Settings">
        <Card>
          <ChannelSettings channel={channel} />
        </Card>
      </Section>
      {channel.type === 'webhook' ? (
        <SecretAndRemoval channel={channel} />
      ) : (
        <Section title="Removal">
          <DeleteChannel channel={channel} />
        </Section>
      )}
    </>
  );
}

function SecretAndRemoval({ channel }: { channel: Channel }) {
  const [secret, setSecret] = useState<string>();
  const stored = () => {
    setSecret(undefined);
    focusMain();
  };
  return (
    <Section title="Secret and removal">
      {secret !== undefined && (
        <SecretOnce title="The new signing secret" secret={secret}>
          <p className="max-w-prose">
            For 24 hours deliveries carry the signatures of both secrets, so nothing is lost while you change over.
          </p>
          <div>
            <Button onClick={stored}>I have stored it</Button>
          </div>
        </SecretOnce>
      )}
      <div className="flex flex-wrap gap-2">
        <RotateSecret channel={channel} onRotated={setSecret} />
        <DeleteChannel channel={channel} />
      </div>
    </Section>
  );
}

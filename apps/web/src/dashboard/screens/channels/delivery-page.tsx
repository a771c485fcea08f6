import type { DeliveryDetail } from '@alivemcp/contracts';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { channelQuery, deliveryQuery } from '../../api/queries.ts';
import { Empty, PageHeader, Section } from '../../ui/layout.tsx';
import { Mark } from '../../ui/mark.tsx';
import { QueryView } from '../../ui/query-view.tsx';
import { useTitle } from '../../ui/use-title.ts';
import { AttemptLog } from './attempt-log.tsx';
import { Block } from './block.tsx';
import { DeliveryFacts } from './delivery-facts.tsx';
import { DeliveryNote } from './delivery-note.tsx';
import { canReplay, deliveryMark } from './delivery-words.ts';
import { PayloadNote } from './payload-note.tsx';
import { ReplayDelivery } from './replay-delivery.tsx';

const route = getRouteApi('/shell/deliveries/$deliveryId');

export function DeliveryPage() {
  const { deliveryId } = route.useParams();
  const query = useQuery(deliveryQuery(deliveryId));
  useTitle(query.data ? `Delivery of ${query.data.eventType}` : 'Delivery');
  return (
    <QueryView query={query} lines={6} title="Delivery">
      {(delivery) => <DeliveryView delivery={delivery} />}
    </QueryView>
  );
}

function DeliveryView({ delivery }: { delivery: DeliveryDetail }) {
  const { data: channel } = useQuery(channelQuery(delivery.channelId));
  return (
    <>
      <p className="mb-2 text-sm">
        <Link className="link" to="/channels">
          Channels
        </Link>{' '}
        /{' '}
        <Link className="link wrap-anywhere" to="/channels/$channelId" params={{ channelId: delivery.channelId }}>
          {channel?.name ?? delivery.channelId}
        </Link>
      </p>
      <PageHeader
        title={<span className="break-all">{delivery.eventType}</span>}
        lead={<Mark {...deliveryMark(delivery)} />}
      >
        {canReplay(delivery) && channel?.enabled && <ReplayDelivery delivery={delivery} />}
      </PageHeader>
      <DeliveryNote delivery={delivery} channel={channel} />
      <DeliveryFacts delivery={delivery} />
      <Section title="Attempts">
        {delivery.log.length > 0 ? (
          <AttemptLog log={delivery.log} />
        ) : (
          <Empty title={delivery.state === 'pending' ? 'No attempt was made yet' : 'No attempt was made'} />
        )}
      </Section>
      <Section title="Payload">
        <PayloadNote delivery={delivery} channel={channel} />
        <Block label="Payload" text={JSON.stringify(delivery.payload, null, 2)} />
      </Section>
    </>
  );
}

import { type DeliveryState, EVENT_TYPES, type EventType, type ListDeliveriesFilter } from '@alivemcp/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deliveriesQuery } from '../../api/queries.ts';
import { SelectField } from '../../ui/field.tsx';
import { Empty } from '../../ui/layout.tsx';
import { PagedView } from '../../ui/query-view.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { DELIVERY_STATE_WORDS } from './delivery-words.ts';

const STATES = Object.entries(DELIVERY_STATE_WORDS).map(([value, { word }]) => ({ value, label: word }));
const EVENTS = EVENT_TYPES.map((value) => ({ value, label: value }));

export function ChannelDeliveries({ channelId }: { channelId: string }) {
  const [state, setState] = useState('');
  const [eventType, setEventType] = useState('');
  const filter: ListDeliveriesFilter = {
    channelId,
    ...(state && { state: state as DeliveryState }),
    ...(eventType && { eventType: eventType as EventType }),
  };
  const query = useInfiniteQuery(deliveriesQuery(filter));
  return (
    <>
      <div className="mb-4 grid gap-4 sm:max-w-xl sm:grid-cols-2">
        <SelectField
          label="State"
          value={state}
          onChange={(event) => setState(event.target.value)}
          options={[{ value: '', label: 'Every state' }, ...STATES]}
        />
        <SelectField
          label="Event"
          value={eventType}
          onChange={(event) => setEventType(event.target.value)}
          options={[{ value: '', label: 'Every event' }, ...EVENTS]}
        />
      </div>
      <PagedView query={query} empty={<NoDeliveries filtered={state !== '' || eventType !== ''} />}>
        {(deliveries) => <DeliveryTable deliveries={deliveries} />}
      </PagedView>
    </>
  );
}

function NoDeliveries({ filtered }: { filtered: boolean }) {
  if (filtered) return <Empty title="No delivery is like this">Choose another state or event.</Empty>;
  return <Empty title="Nothing was sent yet">Send a test to see the first delivery here.</Empty>;
}

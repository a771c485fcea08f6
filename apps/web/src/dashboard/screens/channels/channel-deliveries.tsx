import { type Channel, EVENT_TYPES } from '@alivemcp/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { deliveriesQuery } from '../../api/queries.ts';
import { deliveriesSearch } from '../../search.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/field.tsx';
import { Empty } from '../../ui/layout.tsx';
import { PagedView } from '../../ui/query-view.tsx';
import { DeliveryTable } from './delivery-table.tsx';
import { DELIVERY_STATE_WORDS } from './delivery-words.ts';

const route = getRouteApi('/shell/channels/$channelId');

const STATES = Object.entries(DELIVERY_STATE_WORDS).map(([value, { word }]) => ({ value, label: word }));
const EVENTS = EVENT_TYPES.map((value) => ({ value, label: value }));

/** What was sent to a channel; which of it is shown stands in the URL. */
export function ChannelDeliveries({ channel }: { channel: Channel }) {
  const { state, event } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (changed: { state?: string; event?: string }) =>
    void navigate({
      search: deliveriesSearch({ state, event, ...changed }),
      replace: true,
      resetScroll: false,
    });
  const filtered = state !== undefined || event !== undefined;
  const query = useInfiniteQuery(deliveriesQuery({ channelId: channel.id, state, eventType: event }));
  return (
    <>
      <div className="mb-4 grid gap-4 sm:max-w-xl sm:grid-cols-2">
        <SelectField
          label="State"
          value={state ?? ''}
          onChange={({ target }) => show({ state: target.value })}
          options={[{ value: '', label: 'Every state' }, ...STATES]}
        />
        <SelectField
          label="Event"
          value={event ?? ''}
          onChange={({ target }) => show({ event: target.value })}
          options={[{ value: '', label: 'Every event' }, ...EVENTS]}
        />
      </div>
      <PagedView
        query={query}
        empty={
          filtered ? (
            <NothingFound all={() => show({ state: '', event: '' })} />
          ) : (
            <NothingSent enabled={channel.enabled} />
          )
        }
      >
        {(deliveries) => <DeliveryTable deliveries={deliveries} />}
      </PagedView>
    </>
  );
}

function NothingSent({ enabled }: { enabled: boolean }) {
  return (
    <Empty title="Nothing was sent yet">
      {enabled ? 'Send a test to see the first delivery here.' : 'Nothing will be while it is switched off.'}
    </Empty>
  );
}

function NothingFound({ all }: { all: () => void }) {
  return (
    <Empty title="No delivery is like this" action={<Button onClick={all}>Show all</Button>}>
      The state and the event together leave none of the deliveries here.
    </Empty>
  );
}

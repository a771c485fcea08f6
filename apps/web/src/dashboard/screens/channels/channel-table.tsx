import type { Channel } from '@alivemcp/contracts';
import { Link } from '@tanstack/react-router';
import { Table } from '../../ui/table.tsx';
import { ChannelState } from './channel-state.tsx';
import { CHANNEL_TYPE_WORDS } from './channel-types.ts';
import { eventsText } from './events-text.ts';

const HEAD = (
  <tr>
    <th scope="col">State</th>
    <th scope="col">Channel</th>
    <th scope="col">Type</th>
    <th scope="col">Sends to</th>
    <th scope="col">Events</th>
  </tr>
);

export function ChannelTable({ channels }: { channels: Channel[] }) {
  return (
    <Table label="Channels" head={HEAD}>
      {channels.map((channel) => (
        <tr key={channel.id}>
          <td className="min-w-36">
            <ChannelState channel={channel} />
          </td>
          <th scope="row" className="min-w-40">
            <Link className="link break-words" to="/channels/$channelId" params={{ channelId: channel.id }}>
              {channel.name}
            </Link>
          </th>
          <td className="whitespace-nowrap">{CHANNEL_TYPE_WORDS[channel.type].word}</td>
          <td className="min-w-56">
            <code className="prose-code">{channel.target}</code>
          </td>
          <td className="whitespace-nowrap">{eventsText(channel)}</td>
        </tr>
      ))}
    </Table>
  );
}

import type { Channel, DeliveryDetail } from '@alivemcp/contracts';
import { CHANNEL_TYPE_WORDS } from './channel-types.ts';

/** What the payload below it has to do with what was sent. */
export function PayloadNote({ delivery, channel }: { delivery: DeliveryDetail; channel: Channel | undefined }) {
  const made = channel && (channel.type !== 'webhook' || channel.template !== null);
  return (
    <p className="mb-2 text-sm text-pretty text-muted">
      {made ? (
        <>
          The event, laid out for reading.{' '}
          {channel.type === 'webhook'
            ? 'What was sent is your own body, filled in from it.'
            : `The message for ${CHANNEL_TYPE_WORDS[channel.type].word} is made from it.`}{' '}
          Its id is <code className="prose-code">{delivery.eventId}</code>.
        </>
      ) : (
        <>
          The body that is signed, laid out for reading. Its <code className="prose-code">webhook-id</code> is{' '}
          <code className="prose-code">{delivery.eventId}</code>.
        </>
      )}
    </p>
  );
}

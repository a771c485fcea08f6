import type { CreatedChannel } from '@alivemcp/contracts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { takeFocus } from '../../ui/focus.ts';
import { Card } from '../../ui/layout.tsx';
import { CHANNEL_TYPE_WORDS } from './channel-types.ts';
import { SecretOnce } from './secret-once.tsx';
import { SendTest } from './send-test.tsx';

type Props = { channel: CreatedChannel; close: () => void };

/** A channel that was just added: its secret if it has one, and a test, since nobody knows yet whether it works. */
export function ChannelCreated({ channel, close }: Props) {
  const { id, type, name, target, secret } = channel;
  const title = `${name} was added`;
  const next = (
    <>
      <SendTest channelId={id} />
      <div className="flex flex-wrap gap-2">
        <LinkButton to="/channels/$channelId" params={{ channelId: id }}>
          Open the channel
        </LinkButton>
        <Button onClick={close}>{secret === undefined ? 'Done' : 'I have stored it'}</Button>
      </div>
    </>
  );
  if (secret !== undefined)
    return (
      <SecretOnce title={title} secret={secret}>
        {next}
      </SecretOnce>
    );
  return (
    <Card className="mb-6 grid gap-3 border-l-4 border-l-accent">
      <h2 tabIndex={-1} ref={takeFocus} className="wrap-anywhere">
        {title}
      </h2>
      <p className="max-w-prose wrap-anywhere">
        {CHANNEL_TYPE_WORDS[type].word}: <code className="prose-code">{target}</code>. Send a test to see that it
        arrives.
      </p>
      {next}
    </Card>
  );
}

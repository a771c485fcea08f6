import type { ChannelType } from '@alivemcp/contracts';
import type { ReactNode } from 'react';

const Code = ({ children }: { children: string }) => <code className="prose-code">{children}</code>;

/** Step by step to what the form asks for; nothing where people know it anyhow. */
const STEPS: Record<ChannelType, ReactNode[]> = {
  email: [],
  slack: [
    <>
      At <Code>api.slack.com/apps</Code> choose <b>Create New App</b>, <b>From scratch</b>, a name and your workspace.
    </>,
    <>
      Open <b>Incoming Webhooks</b>, switch it on, press <b>Add New Webhook</b> and choose the channel.
    </>,
    <>
      Copy the <b>Webhook URL</b>.
    </>,
  ],
  discord: [
    <>
      At the channel open <b>Edit Channel</b> (the gear), then <b>Integrations</b>, <b>Webhooks</b>. It takes the
      permission to manage webhooks.
    </>,
    <>
      Press <b>New Webhook</b>, give it a name, and press <b>Copy Webhook URL</b>.
    </>,
  ],
  teams: [
    <>
      At the channel open <b>⋯</b>, then <b>Workflows</b>.
    </>,
    <>
      Choose <b>Send webhook alerts to a channel</b> and go through it to the end.
    </>,
    <>Copy the address it shows. Connectors of Office 365 do not work any more.</>,
  ],
  telegram: [
    <>
      Write <Code>/newbot</Code> to <b>@BotFather</b>; it answers with the token.
    </>,
    <>
      Add the bot to the group, or as an administrator to the channel. For a chat with yourself write{' '}
      <Code>/start</Code> to it.
    </>,
    <>
      Write something there, then open <Code>{'https://api.telegram.org/bot<token>/getUpdates'}</Code>: the number
      stands as <Code>chat.id</Code>. Numbers of groups begin with a minus.
    </>,
  ],
  pagerduty: [
    <>
      Open the service, then <b>Integrations</b>, <b>Add an integration</b>, and choose <b>Events API V2</b>.
    </>,
    <>
      Open it there and copy the <b>Integration Key</b>.
    </>,
  ],
  webhook: [],
};

export function WhereToGet({ type }: { type: ChannelType }) {
  const steps = STEPS[type];
  if (steps.length === 0) return null;
  return (
    <div className="rounded-md bg-soft px-4 py-3 text-sm">
      <h3>Where to get it</h3>
      <ol className={`mt-1 grid max-w-prose gap-1 ${steps.length > 1 ? 'list-decimal pl-5' : ''}`}>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps never change their places
          <li key={index}>{step}</li>
        ))}
      </ol>
    </div>
  );
}

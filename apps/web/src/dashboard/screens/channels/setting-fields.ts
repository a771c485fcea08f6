import type { ChannelType } from '@alivemcp/contracts';

/** A field that says where a channel sends to. */
export type SettingField = {
  name: 'url' | 'address' | 'botToken' | 'chatId' | 'topicId' | 'apiUrl' | 'routingKey';
  label: string;
  type: 'url' | 'email' | 'number' | 'password' | 'text';
  /** How to do without it is called; only what is optional has that. */
  without?: string;
  placeholder?: string;
  hint?: string;
};

const SECRET = 'Stored encrypted, and not shown again.';

const url = (placeholder: string, hint = SECRET): SettingField => ({
  name: 'url',
  label: 'URL',
  type: 'url',
  placeholder,
  hint,
});

/** What the form asks of each type; the template of a webhook has a place of its own. */
export const SETTING_FIELDS: Record<ChannelType, SettingField[]> = {
  email: [
    {
      name: 'address',
      label: 'Address',
      type: 'email',
      placeholder: 'on-call@example.com',
      hint: 'Gets alerts at once. Every mail has a link that ends them.',
    },
  ],
  slack: [url('https://hooks.slack.com/services/T…/B…/…')],
  discord: [url('https://discord.com/api/webhooks/…/…')],
  teams: [url('https://…/workflows/…/triggers/manual/paths/invoke?…')],
  telegram: [
    {
      name: 'botToken',
      label: 'Token of the bot',
      type: 'password',
      hint: `As @BotFather gave it: 123456:ABC… ${SECRET}`,
    },
    {
      name: 'chatId',
      label: 'Chat',
      type: 'text',
      placeholder: '-1001234567890',
      hint: 'Its number, or the @name of a public one.',
    },
    {
      name: 'topicId',
      label: 'Topic (optional)',
      type: 'number',
      without: 'No topic',
      hint: 'Of a group with topics: the number at the end of the link of the topic.',
    },
    {
      name: 'apiUrl',
      label: 'Bot API server (optional)',
      type: 'url',
      without: 'That of Telegram again',
      placeholder: 'https://api.telegram.org',
      hint: 'Only if you run one of your own.',
    },
  ],
  pagerduty: [
    { name: 'routingKey', label: 'Integration key', type: 'password', hint: `32 letters and digits. ${SECRET}` },
    {
      name: 'url',
      label: 'Address (optional)',
      type: 'url',
      without: 'The default one again',
      placeholder: 'https://events.pagerduty.com/v2/enqueue',
      hint: 'For an account in the EU: https://events.eu.pagerduty.com/v2/enqueue',
    },
  ],
  webhook: [url('https://example.com/hooks/alivemcp', 'Gets a signed POST. Redirects are not followed.')],
};

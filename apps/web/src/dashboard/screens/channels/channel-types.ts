import type { ChannelType } from '@alivemcp/contracts';

/** How each type is called, and for whom it is. The order is the one they are offered in. */
export const CHANNEL_TYPE_WORDS: Record<ChannelType, { word: string; what: string }> = {
  email: { word: 'Email', what: 'An address that people read. Nothing has to be set up there.' },
  slack: { word: 'Slack', what: 'A channel. The address comes from a Slack app; Mattermost takes the same.' },
  discord: { word: 'Discord', what: 'A channel. The address stands in its settings, under Integrations.' },
  teams: { word: 'Microsoft Teams', what: 'A channel. A workflow of that channel gives the address.' },
  telegram: { word: 'Telegram', what: 'A chat or a topic in one. You make a bot, and it brings its token.' },
  pagerduty: { word: 'PagerDuty', what: 'Whoever is on call. The key stands with the service it is for.' },
  webhook: { word: 'Webhook', what: 'A program of yours. It gets signed JSON at an address that you choose.' },
};

export const CHANNEL_TYPES = Object.keys(CHANNEL_TYPE_WORDS) as ChannelType[];

/** What the target of a channel is, for people. */
export const TARGET_WORDS: Record<ChannelType, string> = {
  email: 'Sends to',
  slack: 'Address, its end only',
  discord: 'Address, its end only',
  teams: 'Address, its end only',
  telegram: 'Chat, and the end of the token',
  pagerduty: 'Key, its end only',
  webhook: 'Sends to',
};

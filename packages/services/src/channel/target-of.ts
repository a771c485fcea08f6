import type { ChannelSettings } from '@alivemcp/contracts';

/** Where a channel sends to, as people may see it: of a secret the last four characters. */
export function targetOf(settings: ChannelSettings): string {
  switch (settings.type) {
    case 'webhook':
      return settings.url;
    case 'telegram':
      return `chat ${settings.chatId}, bot ${settings.botToken.split(':')[0]}:${lastOf(settings.botToken)}`;
    case 'pagerduty':
      return `integration key ${lastOf(settings.routingKey)}`;
    case 'email':
      return settings.address;
    default:
      return `${new URL(settings.url).host}/${lastOf(settings.url)}`;
  }
}

/** How a channel is called when nobody named it. */
export function nameOf(settings: ChannelSettings): string {
  switch (settings.type) {
    case 'telegram':
      return `Telegram ${settings.chatId}`;
    case 'pagerduty':
      return 'PagerDuty';
    case 'email':
      return settings.address;
    default:
      return new URL(settings.url).host;
  }
}

const lastOf = (secret: string): string => `…${secret.slice(-4)}`;

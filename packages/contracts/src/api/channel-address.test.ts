import { expect, test } from 'vitest';
import { addressFault } from './channel-address.ts';

const FLOW = 'https://prod-12.westeurope.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?sig=x';
const NEW_FLOW =
  'https://default0a.b1.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0a/triggers/manual/paths/invoke?sig=x';

test.each([
  ['slack', 'https://hooks.slack.com/services/T0/B0/x'],
  ['slack', 'https://chat.example.com/hooks/x'],
  ['discord', 'https://discord.com/api/webhooks/1234/ab-c_d'],
  ['discord', 'https://ptb.discord.com/api/v10/webhooks/1234/abcd'],
  ['teams', FLOW],
  ['teams', NEW_FLOW],
  ['pagerduty', 'https://events.eu.pagerduty.com/v2/enqueue'],
  ['pagerduty', 'http://127.0.0.1:8080/v2/enqueue'],
  ['slack', 'no address at all'],
] as const)('%s may be %s', (type, url) => expect(addressFault(type, url)).toBeNull());

test.each([
  ['slack', 'https://acme.slack.com/archives/C0'],
  ['slack', 'https://hooks.slack.com/triggers/T0/1/x'],
  ['slack', 'http://hooks.slack.com/services/T0/B0/x'],
  ['discord', 'https://discord.com/channels/1/2'],
  ['discord', 'https://discord.com/api/webhooks/1234/abcd/slack'],
  ['teams', 'https://acme.webhook.office.com/webhookb2/x'],
  ['teams', 'https://teams.microsoft.com/l/channel/x'],
  ['pagerduty', 'https://acme.pagerduty.com/services/x'],
] as const)('%s is not %s', (type, url) => expect(addressFault(type, url)).toMatch(/^is not/));

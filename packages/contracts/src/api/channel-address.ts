/** Of a vendor: which hosts are its own, what its addresses look like, and what to say of one that does not. */
type Vendor = { host: RegExp; path: RegExp; fault: string };

const SLACK: Vendor = {
  host: /(?:^|\.)slack(?:-gov)?\.com$/,
  path: /^\/services\/[^/]+\/[^/]+\/[^/]+$/,
  fault: 'is not an incoming webhook of Slack: https://hooks.slack.com/services/T…/B…/…',
};
const DISCORD: Vendor = {
  host: /(?:^|\.)discord(?:app)?\.com$/,
  path: /^\/api(?:\/v\d+)?\/webhooks\/\d+\/[\w-]+$/,
  fault: 'is not a webhook of Discord: https://discord.com/api/webhooks/…/…',
};
const TEAMS: Vendor = {
  host: /(?:^|\.)(?:logic\.azure\.(?:com|us)|powerplatform\.com|office\.com|teams\.microsoft\.com)$/,
  path: /^\/(?:.+\/)?workflows\/[^/]+\/triggers\/[^/]+\/paths\/invoke$/,
  fault:
    'is not the address of a Teams workflow "when a Teams webhook request is received"; connectors of Office 365 are gone',
};
const PAGERDUTY: Vendor = {
  host: /(?:^|\.)pagerduty\.com$/,
  path: /^\/v2\/enqueue$/,
  fault: 'is not the Events API v2 of PagerDuty: https://events.pagerduty.com/v2/enqueue, or events.eu.pagerduty.com',
};
const VENDORS = { slack: SLACK, discord: DISCORD, teams: TEAMS, pagerduty: PAGERDUTY };

/**
 * Why an address cannot be that of a channel of this type; null when it can. At a host of the vendor it has the vendor's shape;
 * any other host may be a service that speaks the same, such as Mattermost in the place of Slack.
 */
export function addressFault(type: keyof typeof VENDORS, text: string): string | null {
  const url = URL.parse(text);
  const { host, path, fault } = VENDORS[type];
  if (!url || !host.test(url.hostname)) return null;
  return url.protocol === 'https:' && path.test(url.pathname) ? null : fault;
}

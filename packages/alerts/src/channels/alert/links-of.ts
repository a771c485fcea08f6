export type AlertLink = { label: string; url: string };

const LABELS = {
  incident: 'Incident',
  acknowledge: 'Acknowledge',
  servers: 'Servers',
  drift: 'Changes',
  maintenance: 'Maintenance',
  gate: 'Gate',
  server: 'Server',
  // What can be looked at comes before it: PagerDuty makes the first link the address of the alert.
  mute: 'Mute',
  page: 'Public page',
  channel: 'Channel',
} as const;

/** Addresses for people, all of them ours; those in an event are for programs. */
export type AlertLinks = Partial<Record<keyof typeof LABELS, string>>;

const MAX_URL = 300;
/** What ends or breaks a link in one of the channels. */
const BREAKING = /[|()<>"'`\\^[\]{}*~]/g;

/** The most useful first. Anything but a web address is left out. */
export function linksOf(links: AlertLinks): AlertLink[] {
  return Object.entries(LABELS).flatMap(([name, label]) => {
    const url = URL.parse(links[name as keyof AlertLinks] ?? '');
    if (!url || !/^https?:$/.test(url.protocol)) return [];
    const href = url.href.replace(BREAKING, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    return href.length > MAX_URL ? [] : [{ label, url: href }];
  });
}

import type { Channel } from '@alivemcp/contracts';

/** How many of the events a channel gets. */
export function eventsText({ events }: Pick<Channel, 'events'>): string {
  if (events === null) return 'All';
  return `${events.length} ${events.length === 1 ? 'type' : 'types'}`;
}

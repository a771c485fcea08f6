import type { Audience, LockedServer } from '@alivemcp/db';

/** Who hears of an incident: everybody, or, while the server flaps, only those who heard of its beginning. */
export const audienceOf = ({ flappingSince }: LockedServer['state']): Audience =>
  flappingSince === null ? { kind: 'subscribed' } : { kind: 'told' };

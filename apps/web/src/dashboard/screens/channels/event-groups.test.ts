import { EVENT_TYPES, type EventType } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { chosenFrom, groupEvents } from './event-groups.ts';

it('groups events by what they are about, in order', () => {
  expect(groupEvents(['server.down', 'incident.opened', 'server.drift'])).toEqual([
    { about: 'server', types: ['server.down', 'server.drift'] },
    { about: 'incident', types: ['incident.opened'] },
  ]);
});

it('offers every event that heeds the choice, and keeps another one that was chosen', () => {
  const left = (chosen: EventType[]) => EVENT_TYPES.filter((type) => !chosenFrom(EVENT_TYPES, chosen).includes(type));
  const others = ['incident.reminder', 'incident.escalated', 'servers.down', 'servers.recovered'];
  expect(left([])).toEqual(['channel.test', ...others]);
  expect(left(['server.down', 'channel.test'])).toEqual(others);
});

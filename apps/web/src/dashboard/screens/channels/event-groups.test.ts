import { EVENT_TYPES } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { chosenFrom, groupEvents } from './event-groups.ts';

it('groups events by what they are about, in order', () => {
  expect(groupEvents(['server.down', 'incident.opened', 'server.drift'])).toEqual([
    { about: 'server', types: ['server.down', 'server.drift'] },
    { about: 'incident', types: ['incident.opened'] },
  ]);
});

it('offers every event but the test', () => {
  const offered = groupEvents(chosenFrom(EVENT_TYPES)).flatMap(({ types }) => types);
  expect([...offered, 'channel.test'].toSorted()).toEqual([...EVENT_TYPES].toSorted());
});

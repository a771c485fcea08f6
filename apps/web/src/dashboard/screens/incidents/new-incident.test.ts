import { expect, test } from 'vitest';
import { newIncident } from './new-incident.ts';

const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const ABOUT = { serverId: 'srv_1', title: ' Slow ', body: 'x' };

test('times that were left empty are not sent', () => {
  expect(newIncident(form({ ...ABOUT, openedAt: '', resolvedAt: '' }))).toEqual({
    serverId: 'srv_1',
    title: 'Slow',
    body: 'x',
  });
});

test('local times are sent as instants, and what is none as it was typed', () => {
  const sent = newIncident(form({ ...ABOUT, openedAt: '2026-11-20T10:00', resolvedAt: 'noon' }));
  expect(sent).toMatchObject({ openedAt: new Date('2026-11-20T10:00').toISOString(), resolvedAt: 'noon' });
});

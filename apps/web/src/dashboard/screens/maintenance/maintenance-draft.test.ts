import type { Maintenance } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { bodyOf, changesOf, draftOf, emptyDraft } from './maintenance-draft.ts';

const stored = {
  title: 'Move',
  description: '',
  serverIds: ['srv_1'],
  startsAt: '2026-11-28T22:00:30.000Z',
  endsAt: '2026-11-28T23:00:00.000Z',
  rrule: 'FREQ=WEEKLY;BYDAY=SA',
  timeZone: 'Europe/Berlin',
} as Maintenance;

it('sends only what was changed: times that were not touched keep their seconds', () => {
  const saved = draftOf(stored);
  expect(changesOf(saved, saved)).toEqual({});
  expect(changesOf({ ...saved, title: 'Move again', endsAt: '2026-11-29T02:30' }, saved)).toEqual({
    title: 'Move again',
    endsAt: new Date(2026, 10, 29, 2, 30).toISOString(),
  });
  expect(changesOf({ ...saved, repetition: { ...saved.repetition, how: 'once' } }, saved)).toEqual({ rrule: null });
});

it('begins with an hour from the next full one, and sends local times in UTC', () => {
  const at = new Date(2026, 10, 28, 21, 17);
  const draft = emptyDraft(at.getTime());
  expect([draft.startsAt, draft.endsAt]).toEqual(['2026-11-28T22:00', '2026-11-28T23:00']);
  expect(bodyOf(draft)).toMatchObject({ startsAt: new Date(2026, 10, 28, 22).toISOString(), rrule: null });
});

it('leaves an empty time to the API to refuse', () => {
  expect(bodyOf({ ...emptyDraft(0), startsAt: '' }).startsAt).toBe('');
});

import type { AlertRules } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { type EditedRules, isEdited, isOther, seedOf, withSaved, withShown } from './edited-rules.ts';

const KNOWN = new Set(['whk_1']);
const rules = (second: number, part: Partial<AlertRules> = {}): AlertRules => ({
  routes: [],
  afterMs: second * 60_000,
  remindEveryMs: null,
  escalate: null,
  quietHours: null,
  inherited: false,
  updatedAt: `2026-11-21T12:00:0${second}.000Z`,
  ...part,
});
const edit = (state: EditedRules): EditedRules => ({ ...state, draft: { ...state.draft, remindEveryMs: 1_800_000 } });

it('takes over what was changed elsewhere, unless something is unsaved', () => {
  const clean = seedOf(rules(1), KNOWN);
  expect(withShown(clean, rules(1), KNOWN)).toBe(clean);
  expect(withShown(clean, rules(2), KNOWN)).toEqual(seedOf(rules(2), KNOWN));
  const dirty = edit(clean);
  expect(withShown(dirty, rules(2), KNOWN)).toBe(dirty);
  expect([isOther(dirty, rules(1)), isOther(dirty, rules(2))]).toEqual([false, true]);
});

it('what was saved here is not taken for somebody else’s, nor what is shown until it arrives', () => {
  const sent = edit(seedOf(rules(1), KNOWN));
  const answer = rules(3, { remindEveryMs: 1_800_000 });
  const saved = withSaved(sent, sent.draft, answer, rules(1));
  expect(isEdited(saved)).toBe(false);
  expect(withShown(saved, rules(1), KNOWN)).toBe(saved);
  const arrived = withShown(saved, answer, KNOWN);
  expect(arrived.draft).toBe(sent.draft);
  expect(isOther(arrived, rules(1))).toBe(true);
  expect(withShown(arrived, rules(1, { inherited: true }), KNOWN).draft.afterMs).toBe(60_000);
});

it('what is typed while it is sent stays to be saved', () => {
  const sent = edit(seedOf(rules(1), KNOWN));
  const typed = { ...sent, draft: { ...sent.draft, afterMs: 0 } };
  const saved = withSaved(typed, sent.draft, rules(3), rules(1));
  expect([isEdited(saved), withShown(saved, rules(3), KNOWN).draft.afterMs]).toEqual([true, 0]);
});

it('says no more what was left out once it is saved', () => {
  const state = seedOf(rules(1, { escalate: { afterMs: 60_000, channelId: 'whk_gone' } }), KNOWN);
  expect([isEdited(state), state.leftOut]).toEqual([false, expect.stringContaining('The escalation')]);
  expect(withSaved(state, state.draft, rules(2), rules(1)).leftOut).toBeNull();
});

it('a channel that is known only later is not left out', () => {
  const shown = rules(1, { routes: [{ events: null, channelIds: ['whk_2'] }] });
  const early = seedOf(shown, KNOWN);
  expect(early.draft.routes).toEqual([]);
  const both = new Set(['whk_1', 'whk_2']);
  expect(withShown(early, shown, both)).toEqual(seedOf(shown, both));
  expect(withShown(edit(early), shown, both).draft.routes).toEqual([]);
});

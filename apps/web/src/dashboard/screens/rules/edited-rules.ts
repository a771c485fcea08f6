import type { AlertRules } from '@alivemcp/contracts';
import { leftOutText } from './left-out.ts';
import { draftOf, isUnsaved, type RulesDraft } from './rules-draft.ts';

/** Rules as they are being edited, while others may change them, too. */
export type EditedRules = {
  draft: RulesDraft;
  saved: RulesDraft;
  leftOut: string | null;
  /** Which rules `saved` is. */
  version: string;
  /** Those that were shown when `saved` was sent: they are shown for a moment yet. */
  replaced: string | null;
};

const versionOf = ({ inherited, updatedAt }: AlertRules): string => `${updatedAt} ${inherited}`;

export function seedOf(rules: AlertRules, known: ReadonlySet<string>): EditedRules {
  const draft = draftOf(rules, known);
  return { draft, saved: draft, leftOut: leftOutText(rules, known), version: versionOf(rules), replaced: null };
}

export const isEdited = ({ draft, saved }: EditedRules): boolean => isUnsaved(draft, saved);

/** Whether the rules that are shown now are neither those that were edited here nor those that were saved here. */
export const isOther = ({ version, replaced }: EditedRules, shown: AlertRules): boolean =>
  versionOf(shown) !== version && versionOf(shown) !== replaced;

/** With the rules that are shown now: others are taken over, unless that would lose what was set here. */
export function withShown(state: EditedRules, shown: AlertRules, known: ReadonlySet<string>): EditedRules {
  if (isOther(state, shown)) return isEdited(state) ? state : seedOf(shown, known);
  if (versionOf(shown) !== state.version) return state;
  // A channel was deleted since, or is known only now.
  if (!isEdited(state) && leftOutText(shown, known) !== state.leftOut) return seedOf(shown, known);
  return state.replaced === null ? state : { ...state, replaced: null };
}

/** As it was sent: what was changed meanwhile is still to be saved. */
export const withSaved = (
  state: EditedRules,
  sent: RulesDraft,
  answer: AlertRules,
  shown: AlertRules,
): EditedRules => ({
  ...state,
  saved: sent,
  leftOut: null,
  version: versionOf(answer),
  replaced: versionOf(shown),
});

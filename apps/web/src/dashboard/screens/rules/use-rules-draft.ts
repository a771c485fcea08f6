import type { AlertRules } from '@alivemcp/contracts';
import { useState } from 'react';
import { isEdited, isOther, seedOf, withSaved, withShown } from './edited-rules.ts';
import type { RulesDraft } from './rules-draft.ts';

/** The rules as they are being edited, beside those that the API gave last. */
export function useRulesDraft(rules: AlertRules, known: ReadonlySet<string>) {
  const [state, setState] = useState(() => seedOf(rules, known));
  const next = withShown(state, rules, known);
  if (next !== state) setState(next);
  const edited = isEdited(next);
  return {
    draft: next.draft,
    leftOut: next.leftOut,
    edited,
    changedElsewhere: edited && isOther(next, rules),
    change: (part: Partial<RulesDraft>) => setState((before) => ({ ...before, draft: { ...before.draft, ...part } })),
    takeThose: () => setState(seedOf(rules, known)),
    keep: (sent: RulesDraft, answer: AlertRules) => setState((before) => withSaved(before, sent, answer, rules)),
  };
}

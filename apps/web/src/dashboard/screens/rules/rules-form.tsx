import type { AlertRules, Channel, PutRulesBody } from '@alivemcp/contracts';
import { useEffect } from 'react';
import { Problem } from '../../api/problem.ts';
import { UnsavedChanges } from '../../parts/unsaved-changes.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/confirm.tsx';
import { focusMain } from '../../ui/focus.ts';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { EscalationFields } from './escalation-fields.tsx';
import { InWords } from './in-words.tsx';
import { OutageFields } from './outage-fields.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { RouteList } from './route-list.tsx';
import { bodyOf, faultsOf, isWhole } from './rules-draft.ts';
import { type RulesOf, summaryOf } from './rules-summary.ts';
import { useRulesDraft } from './use-rules-draft.ts';

type Props = {
  of: RulesOf;
  rules: AlertRules;
  channels: Channel[];
  put: (body: PutRulesBody) => Promise<AlertRules>;
  onSaved: (rules: AlertRules) => void;
  /** Closes the form without saving, where it can be closed. */
  cancel?: () => void;
  /** Is told whether closing the form would lose something. */
  onEdited?: (edited: boolean) => void;
};

/** The whole of the rules in one form, beside what they mean. What was set stays when they are read again meanwhile. */
export function RulesForm({ of, rules, channels, put, onSaved, cancel, onEdited }: Props) {
  const known = new Set(channels.map(({ id }) => id));
  const { draft, edited, leftOut, changedElsewhere, change, takeThose, keep } = useRulesDraft(rules, known);
  const unsaved = edited || leftOut !== null;
  useEffect(() => onEdited?.(edited), [onEdited, edited]);
  // On the page of a server they stand below a heading of their own.
  const Heading = of === 'workspace' ? 'h2' : 'h3';

  const take = () => {
    takeThose();
    announce('These are the rules as they were set elsewhere');
    focusMain();
  };
  const save = async () => {
    const errors = faultsOf(draft);
    if (errors.length > 0) throw unfinished(errors);
    const answer = await put(bodyOf(draft));
    keep(draft, answer);
    return answer;
  };

  return (
    <Form<AlertRules> label="Alert rules" className="grid max-w-6xl gap-6" submit={save} onDone={onSaved}>
      {({ problem, busy }) => (
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <section
            aria-label="In words"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard (WCAG 2.1.1)
            tabIndex={0}
            className="rounded-lg border border-line bg-soft p-4 lg:sticky lg:top-4 lg:col-start-2 lg:row-start-1 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto"
          >
            <Heading className="mb-2">In words</Heading>
            <InWords sentences={summaryOf(bodyOf({ ...draft, routes: draft.routes.filter(isWhole) }), channels, of)} />
          </section>
          <div className="grid min-w-0 gap-8 lg:col-start-1 lg:row-start-1">
            {leftOut && <Notice look="warning">{leftOut}</Notice>}
            <section className="grid gap-3">
              <Heading>Routes</Heading>
              <RouteList
                routes={draft.routes}
                channels={channels}
                change={(routes) => change({ routes })}
                problem={problem}
              />
            </section>
            <section className="grid gap-4">
              <Heading>Outages</Heading>
              <OutageFields draft={draft} change={change} problem={problem} />
              <EscalationFields draft={draft} channels={channels} change={change} problem={problem} />
            </section>
            <section className="grid gap-4">
              <Heading>Quiet hours</Heading>
              <QuietFields draft={draft} change={change} problem={problem} />
            </section>
            {changedElsewhere && (
              <Notice look="warning">
                <p>These rules were changed elsewhere meanwhile. Saving puts yours in their place.</p>
                <Button className="mt-2" onClick={take}>
                  Take those
                </Button>
              </Notice>
            )}
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="primary" busy={busy}>
                Save
              </Button>
              {cancel && !edited && <Button onClick={cancel}>Cancel</Button>}
              {cancel && edited && (
                <Confirm
                  trigger={<Button>Cancel</Button>}
                  title="Close without saving?"
                  action="Close"
                  onConfirm={async () => cancel()}
                >
                  What you changed in these rules would be lost.
                </Confirm>
              )}
              <span className="text-sm text-muted">
                {unsaved ? 'There are unsaved changes.' : !cancel && 'All saved.'}
              </span>
            </div>
          </div>
          <UnsavedChanges unsaved={edited} />
        </div>
      )}
    </Form>
  );
}

const unfinished = (errors: Problem['errors']) =>
  new Problem({
    status: 422,
    code: 'invalid',
    title: 'Something is still to be chosen',
    detail: 'Nothing was sent.',
    errors,
  });

import type { AlertRules, Channel, PutRulesBody } from '@alivemcp/contracts';
import { useState } from 'react';
import { Problem } from '../../api/problem.ts';
import { UnsavedChanges } from '../../parts/unsaved-changes.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { EscalationFields } from './escalation-fields.tsx';
import { InWords } from './in-words.tsx';
import { OutageFields } from './outage-fields.tsx';
import { QuietFields } from './quiet-fields.tsx';
import { RouteList } from './route-list.tsx';
import { bodyOf, draftOf, faultsOf, isUnsaved, isWhole, type RulesDraft } from './rules-draft.ts';
import { type RulesOf, summaryOf } from './rules-summary.ts';

type Props = {
  of: RulesOf;
  rules: AlertRules;
  channels: Channel[];
  put: (body: PutRulesBody) => Promise<AlertRules>;
  onSaved: (rules: AlertRules) => void;
  /** Closes the form without saving, where it can be closed. */
  cancel?: () => void;
};

/** The whole of the rules in one form, beside what they mean. What was set stays when they are read again meanwhile. */
export function RulesForm({ of, rules, channels, put, onSaved, cancel }: Props) {
  const known = new Set(channels.map(({ id }) => id));
  const [saved, setSaved] = useState(() => draftOf(rules, known));
  const [draft, setDraft] = useState(saved);
  const change = (part: Partial<RulesDraft>) => setDraft((before) => ({ ...before, ...part }));
  const unsaved = isUnsaved(draft, saved);
  // On the page of a server they stand below a heading of their own.
  const Heading = of === 'workspace' ? 'h2' : 'h3';

  const save = async () => {
    const errors = faultsOf(draft);
    if (errors.length > 0) throw unfinished(errors);
    const answer = await put(bodyOf(draft));
    // As it was sent: what was changed meanwhile is still to be saved.
    setSaved(draft);
    return answer;
  };

  return (
    <Form<AlertRules> label="Alert rules" className="grid max-w-6xl gap-6" submit={save} onDone={onSaved}>
      {({ problem, busy }) => (
        <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Card className="bg-soft! lg:sticky lg:top-4 lg:col-start-2 lg:row-start-1">
            <Heading className="mb-2">In words</Heading>
            <InWords sentences={summaryOf(bodyOf({ ...draft, routes: draft.routes.filter(isWhole) }), channels, of)} />
          </Card>
          <div className="grid min-w-0 gap-8 lg:col-start-1 lg:row-start-1">
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
            <div className="flex flex-wrap items-center gap-3">
              <Button type="submit" look="primary" busy={busy}>
                Save
              </Button>
              {cancel && <Button onClick={cancel}>Cancel</Button>}
              <span className="text-sm text-muted">
                {unsaved ? 'There are unsaved changes.' : !cancel && 'All saved.'}
              </span>
            </div>
          </div>
          <UnsavedChanges unsaved={unsaved} />
        </div>
      )}
    </Form>
  );
}

const unfinished = (errors: Problem['errors']) =>
  new Problem({
    status: 422,
    code: 'invalid',
    title: 'A route is not finished',
    detail: 'Nothing was sent.',
    errors,
  });

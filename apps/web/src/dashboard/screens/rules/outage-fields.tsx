import type { Problem } from '../../api/problem.ts';
import { errorAt, SelectField } from '../../ui/field.tsx';
import { delayOptions, reminderOptions } from './lengths.ts';
import type { RulesDraft } from './rules-draft.ts';

type Props = { draft: RulesDraft; change: (part: Partial<RulesDraft>) => void; problem: Problem | null };

/** When an outage is told, and how often again. */
export function OutageFields({ draft: { afterMs, remindEveryMs }, change, problem }: Props) {
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <SelectField
        label="Tell an outage"
        options={delayOptions(afterMs)}
        value={String(afterMs)}
        onChange={({ target }) => change({ afterMs: Number(target.value) })}
        hint={
          afterMs === 0
            ? undefined
            : 'Also a fault or slowness. One that ends sooner is not told, and neither is its end.'
        }
        error={errorAt(problem, '/afterMs')}
      />
      <SelectField
        label="Remind of it"
        options={reminderOptions}
        value={String(remindEveryMs ?? '')}
        onChange={({ target }) => change({ remindEveryMs: target.value === '' ? null : Number(target.value) })}
        hint="Until somebody acknowledges it or it is over. Goes to those who were told."
        error={errorAt(problem, '/remindEveryMs')}
      />
    </div>
  );
}

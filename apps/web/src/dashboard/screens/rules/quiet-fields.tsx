import { useId } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, TextField } from '../../ui/field.tsx';
import { FieldError } from '../../ui/field-error.tsx';
import { DAY_WORDS, DAYS } from './days.ts';
import type { RulesDraft } from './rules-draft.ts';

const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

type Props = { draft: RulesDraft; change: (part: Partial<RulesDraft>) => void; problem: Problem | null };

/** When alerts wait. */
export function QuietFields({ draft: { quietHours }, change, problem }: Props) {
  const { on, from, to, timeZone, days } = quietHours;
  const zones = useId();
  const set = (part: Partial<typeof quietHours>) => change({ quietHours: { ...quietHours, ...part } });
  return (
    <>
      <Checkbox
        label="Let alerts wait during certain hours"
        hint={
          <>
            Never those of a server tagged <code className="font-mono text-[0.85em]">critical</code>, nor the outcome of
            a gate.
          </>
        }
        checked={on}
        onChange={({ target }) => set({ on: target.checked })}
      />
      {on && (
        <>
          <div className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_2fr]">
            <TextField
              label="From"
              type="time"
              required
              value={from}
              onChange={({ target }) => set({ from: target.value })}
              error={errorAt(problem, '/quietHours/from')}
            />
            <TextField
              label="To"
              type="time"
              required
              value={to}
              onChange={({ target }) => set({ to: target.value })}
              hint={to <= from ? 'On the next day' : undefined}
              error={errorAt(problem, '/quietHours/to')}
            />
            <TextField
              label="Time zone"
              required
              list={zones}
              autoComplete="off"
              spellCheck={false}
              maxLength={64}
              value={timeZone}
              onChange={({ target }) => set({ timeZone: target.value })}
              error={errorAt(problem, '/quietHours/timeZone')}
            />
            <datalist id={zones}>
              {ZONES.map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </div>
          <fieldset className="grid gap-2">
            <legend className="mb-1.5 font-medium">Days on which they begin</legend>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {DAYS.map((day) => (
                <Checkbox
                  key={day}
                  label={DAY_WORDS[day]}
                  checked={days.includes(day)}
                  aria-invalid={errorAt(problem, '/quietHours/days') !== undefined || undefined}
                  onChange={({ target }) =>
                    set({ days: DAYS.filter((each) => (each === day ? target.checked : days.includes(each))) })
                  }
                />
              ))}
            </div>
            <FieldError error={errorAt(problem, '/quietHours/days')} />
          </fieldset>
        </>
      )}
    </>
  );
}

import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, SelectField, TextField } from '../../ui/field.tsx';
import { type MaintenanceDraft, readerZone } from './maintenance-draft.ts';
import { DAY_WORDS, HOW, type Repetition, WEEKDAYS } from './repetition.ts';

const HOW_WORDS: Record<Repetition['how'], string> = {
  once: 'Once',
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month, on the day of the first window',
  rule: 'By a rule of its own',
};

const OPTIONS = HOW.map((value) => ({ value, label: HOW_WORDS[value] }));
const zoneOptions = (present: string) =>
  [...new Set([readerZone(), present, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((value) => ({
    value,
    label: value,
  }));

type Props = { draft: MaintenanceDraft; change: (part: Partial<MaintenanceDraft>) => void; problem: Problem | null };

/** Whether and how the window comes again, and by which clock. */
export function RepetitionFields({ draft: { repetition, timeZone }, change, problem }: Props) {
  const { how, days, rule } = repetition;
  const repeat = (part: Partial<Repetition>) => change({ repetition: { ...repetition, ...part } });
  return (
    <>
      <SelectField
        label="Repeats"
        options={OPTIONS}
        value={how}
        onChange={({ target }) => repeat({ how: target.value as Repetition['how'] })}
        error={how === 'rule' ? undefined : errorAt(problem, '/rrule')}
      />
      {how === 'weekly' && (
        <fieldset>
          <legend className="mb-1.5 font-medium">On</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {WEEKDAYS.map((day) => (
              <Checkbox
                key={day}
                label={DAY_WORDS[day]}
                checked={days.includes(day)}
                onChange={({ target }) =>
                  repeat({ days: WEEKDAYS.filter((each) => (each === day ? target.checked : days.includes(each))) })
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {how === 'rule' && (
        <TextField
          label="Rule"
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          placeholder="FREQ=MONTHLY;BYDAY=1SU"
          value={rule}
          onChange={({ target }) => repeat({ rule: target.value })}
          hint="An RRULE as calendars write it (RFC 5545), from daily to yearly."
          error={errorAt(problem, '/rrule')}
        />
      )}
      {how !== 'once' && (
        <SelectField
          label="By the clock of"
          options={zoneOptions(timeZone)}
          value={timeZone}
          onChange={({ target }) => change({ timeZone: target.value })}
          hint="Where summer time begins or ends, the windows move along."
          error={errorAt(problem, '/timeZone')}
        />
      )}
    </>
  );
}

import { zoneName } from '../../../format/times.ts';
import type { Problem } from '../../api/problem.ts';
import { errorAt, TextField } from '../../ui/field.tsx';
import { type MaintenanceDraft, readerZone } from './maintenance-draft.ts';

type Props = { draft: MaintenanceDraft; change: (part: Partial<MaintenanceDraft>) => void; problem: Problem | null };

/** From when to when, by the clock of the reader. */
export function WindowFields({ draft: { startsAt, endsAt, repetition }, change, problem }: Props) {
  const once = repetition.how === 'once';
  const names = Number.isNaN(Date.parse(startsAt)) ? [readerZone()] : [zoneName(startsAt), readerZone()];
  const zone = `Your time: ${[...new Set(names)].join(', ')}.`;
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        label={once ? 'Starts' : 'First window starts'}
        type="datetime-local"
        required
        value={startsAt}
        onChange={({ target }) => change({ startsAt: target.value })}
        hint={zone}
        error={errorAt(problem, '/startsAt')}
      />
      <TextField
        label={once ? 'Ends' : 'First window ends'}
        type="datetime-local"
        required
        value={endsAt}
        onChange={({ target }) => change({ endsAt: target.value })}
        hint={zone}
        error={errorAt(problem, '/endsAt')}
      />
    </div>
  );
}

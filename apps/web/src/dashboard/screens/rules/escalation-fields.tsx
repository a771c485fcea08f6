import { type Channel, cleanText } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, SelectField, TextField } from '../../ui/field.tsx';
import type { RulesDraft } from './rules-draft.ts';
import { nameText } from './who-is-told.ts';

type Props = {
  draft: RulesDraft;
  channels: Channel[];
  change: (part: Partial<RulesDraft>) => void;
  problem: Problem | null;
};

/** Whom else an outage is told to that nobody takes care of. */
export function EscalationFields({ draft: { escalate }, channels, change, problem }: Props) {
  const { on, minutes, channelId } = escalate;
  const set = (part: Partial<typeof escalate>) => change({ escalate: { ...escalate, ...part } });
  const isGone = channelId !== '' && !channels.some(({ id }) => id === channelId);
  return (
    <>
      <Checkbox
        label="Tell one more channel when nobody acknowledges an outage"
        hint="Once for each outage, whatever the events of that channel, and then of its end."
        checked={on}
        onChange={({ target }) => set({ on: target.checked })}
      />
      {on && (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <TextField
            label="After how many minutes"
            type="number"
            inputMode="decimal"
            required
            min={1}
            max={1_440}
            step="any"
            value={minutes}
            onChange={({ target }) => set({ minutes: target.value })}
            hint="Since it was found. More than the delay above."
            error={errorAt(problem, '/escalate/afterMs')}
          />
          <SelectField
            label="Channel"
            required
            options={[
              { value: '', label: 'Choose a channel' },
              ...channels.map(({ id, name, enabled }) => ({
                value: id,
                label: enabled ? cleanText(name) : `${nameText(name)} (switched off)`,
              })),
              ...(isGone ? [{ value: channelId, label: 'A channel that was deleted' }] : []),
            ]}
            value={channelId}
            onChange={({ target }) => set({ channelId: target.value })}
            error={errorAt(problem, '/escalate/channelId')}
          />
        </div>
      )}
    </>
  );
}

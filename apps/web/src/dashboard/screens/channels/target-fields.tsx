import type { Channel, ChannelType } from '@alivemcp/contracts';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, TextField } from '../../ui/field.tsx';
import { SETTING_FIELDS, type SettingField } from './setting-fields.ts';

const KEPT = 'Left empty, it stays as it is.';
const TOPIC_KEPT = 'Left empty, it stays; another chat begins without one.';

type Props = { type: ChannelType; channel?: Channel; problem: Problem | null };

/** Where it sends to. What is stored of it is a secret, but for the URL of a webhook: those fields begin empty. */
export function TargetFields({ type, channel, problem }: Props) {
  return SETTING_FIELDS[type].map((field) => (
    <TargetField
      key={field.name}
      field={field}
      shown={channel && type === 'webhook' ? (channel.url ?? '') : undefined}
      kept={channel !== undefined && type !== 'webhook'}
      error={errorAt(problem, `/${field.name}`)}
    />
  ));
}

type FieldProps = { field: SettingField; shown: string | undefined; kept: boolean; error: string | undefined };

function TargetField({ field, shown, kept, error }: FieldProps) {
  const { name, label, type, without, placeholder, hint } = field;
  const [gone, setGone] = useState(false);
  return (
    <div className="grid gap-2">
      <TextField
        label={label}
        name={name}
        type={type}
        required={without === undefined && !kept}
        disabled={gone}
        maxLength={2048}
        // No browser should offer to keep, or fill in, somebody's own password here.
        autoComplete={type === 'password' ? 'new-password' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        placeholder={placeholder}
        defaultValue={shown}
        hint={
          <span className="wrap-anywhere">
            {[hint, kept && (name === 'topicId' ? TOPIC_KEPT : KEPT)].filter(Boolean).join(' ')}
          </span>
        }
        error={error}
        {...(type === 'number' && { min: 1, step: 1 })}
      />
      {/* Nobody can empty a field that never shows what is stored. */}
      {kept && without && (
        <Checkbox
          name="without"
          value={name}
          label={without}
          checked={gone}
          onChange={({ target }) => setGone(target.checked)}
        />
      )}
    </div>
  );
}

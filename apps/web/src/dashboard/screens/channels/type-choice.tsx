import type { ChannelType } from '@alivemcp/contracts';
import { useId } from 'react';
import { takeFocus } from '../../ui/focus.ts';
import { CHANNEL_TYPE_WORDS, CHANNEL_TYPES } from './channel-types.ts';
import { useMailMissing } from './use-mail-missing.ts';

type Props = { chosen: ChannelType | undefined; choose: (type: ChannelType) => void; error: string | undefined };

/** What kind of channel it will be; everything else in the form follows from that. */
export function TypeChoice({ chosen, choose, error }: Props) {
  const id = useId();
  const mailMissing = useMailMissing();
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-2 font-medium">Who is told?</legend>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {CHANNEL_TYPES.map((type, index) => (
          <label
            key={type}
            className="flex cursor-pointer gap-2.5 rounded-lg border border-line p-3 outline-offset-2 hover:bg-soft has-checked:border-accent has-checked:bg-soft has-focus-visible:outline-3 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="type"
              value={type}
              checked={type === chosen}
              onChange={() => choose(type)}
              // The button that opened the form is gone.
              ref={index === 0 ? takeFocus : undefined}
              aria-labelledby={`${id}-${type}`}
              aria-describedby={`${id}-${type}-what`}
              className="mt-0.5 size-4.5 shrink-0 accent-accent outline-none"
            />
            <span className="min-w-0">
              <span id={`${id}-${type}`} className="font-medium">
                {CHANNEL_TYPE_WORDS[type].word}
              </span>
              <span id={`${id}-${type}-what`} className="block text-sm text-pretty text-muted">
                {type === 'email' && mailMissing ? 'Not set up on this installation.' : CHANNEL_TYPE_WORDS[type].what}
              </span>
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" tabIndex={-1} className="mt-2 text-sm text-down first-letter:uppercase">
          {error}
        </p>
      )}
    </fieldset>
  );
}

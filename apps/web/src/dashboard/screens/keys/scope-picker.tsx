import { SCOPES } from '@alivemcp/contracts';
import { useState } from 'react';
import { Choice } from '../../ui/choice.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { SCOPE_WORDS } from './scope-words.ts';

/** What a key may do. What was ticked stays when "all" is chosen in between. */
export function ScopePicker({ error }: { error: string | undefined }) {
  const [all, setAll] = useState(true);
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">Scopes</legend>
      <Choice name="which" value="all" label="Everything" checked={all} choose={() => setAll(true)} />
      <Choice name="which" value="chosen" label="Only these" checked={!all} choose={() => setAll(false)} />
      <div hidden={all} className="grid gap-3 pt-1 pl-7 sm:grid-cols-2">
        {SCOPES.map((scope) => (
          <Checkbox
            key={scope}
            name="scopes"
            value={scope}
            label={<code className="prose-code">{scope}</code>}
            hint={SCOPE_WORDS[scope]}
          />
        ))}
      </div>
      {error && (
        <p role="alert" tabIndex={-1} className="text-sm text-down">
          {error}
        </p>
      )}
    </fieldset>
  );
}

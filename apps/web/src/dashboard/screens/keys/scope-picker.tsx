import { SCOPES } from '@alivemcp/contracts';
import { AllOrSome } from '../../ui/all-or-some.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { SCOPE_WORDS } from './scope-words.ts';

/** What a key may do. */
export function ScopePicker({ error }: { error: string | undefined }) {
  return (
    <AllOrSome legend="Scopes" everything="Everything" allAtFirst error={error}>
      <div className="grid gap-3 sm:grid-cols-2">
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
    </AllOrSome>
  );
}

import { useEffect, useRef } from 'react';
import type { Problem } from '../../api/problem.ts';
import { AuthFields } from '../../parts/server-fields/auth-fields.tsx';
import { CheckFields } from '../../parts/server-fields/check-fields.tsx';
import { ExpectationFields } from '../../parts/server-fields/expectation-fields.tsx';
import { FieldGroup } from '../../parts/server-fields/field-group.tsx';
import { NameFields } from '../../parts/server-fields/name-fields.tsx';
import { Checkbox } from '../../ui/field.tsx';

/** What need not be said. It opens by itself when something in it is not valid. */
export function MoreFields({ problem }: { problem: Problem | null }) {
  const details = useRef<HTMLDetailsElement>(null);
  const show = () => {
    if (details.current) details.current.open = true;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` only touches the element
  useEffect(() => {
    if (problem?.errors.some(({ pointer }) => pointer !== '/url')) show();
  }, [problem]);

  return (
    <details ref={details} onInvalidCapture={show} className="rounded-lg border border-line">
      <summary className="px-4 py-3 font-medium">
        Name, interval, regions, authentication and more <span className="font-normal text-muted">(optional)</span>
      </summary>
      <div className="grid gap-6 px-4 pb-4">
        <FieldGroup title="Name and tags">
          <NameFields problem={problem} />
          <Checkbox
            label="Public page"
            name="public"
            hint="Anybody may see its state at the address above, and its URL without the query. Never a credential."
          />
        </FieldGroup>
        <FieldGroup title="Checks">
          <CheckFields problem={problem} />
        </FieldGroup>
        <FieldGroup title="Authentication">
          <AuthFields problem={problem} />
        </FieldGroup>
        <FieldGroup title="Expectations">
          <ExpectationFields problem={problem} />
        </FieldGroup>
      </div>
    </details>
  );
}

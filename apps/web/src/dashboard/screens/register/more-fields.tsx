import type { Problem } from '../../api/problem.ts';
import { AuthFields } from '../../parts/server-fields/auth-fields.tsx';
import { CheckFields } from '../../parts/server-fields/check-fields.tsx';
import { ContractFields } from '../../parts/server-fields/contract-fields.tsx';
import { ExpectationFields } from '../../parts/server-fields/expectation-fields.tsx';
import { FieldGroup } from '../../parts/server-fields/field-group.tsx';
import { JudgementFields } from '../../parts/server-fields/judgement-fields.tsx';
import { NameFields } from '../../parts/server-fields/name-fields.tsx';
import { Checkbox } from '../../ui/field.tsx';
import { Folded } from '../../ui/folded.tsx';

/** What need not be said. */
export function MoreFields({ problem }: { problem: Problem | null }) {
  return (
    <Folded
      title={
        <>
          Name, interval, regions, authentication and more <span className="font-normal text-muted">(optional)</span>
        </>
      }
      problem={problem}
      holds={(pointer) => pointer !== '/url'}
    >
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
      <FieldGroup title="Judgement">
        <JudgementFields problem={problem} />
      </FieldGroup>
      <FieldGroup title="Expectations">
        <ExpectationFields problem={problem} />
      </FieldGroup>
      <FieldGroup title="Contract">
        <ContractFields problem={problem} />
      </FieldGroup>
    </Folded>
  );
}

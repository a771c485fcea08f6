import type { ContractReport } from '@alivemcp/contracts';
import { Section } from '../../../ui/layout.tsx';
import { Ago } from '../../../ui/time.tsx';
import { showHidden } from '../text/show-hidden.ts';

const TITLES: Record<ContractReport['truth'][number]['kind'], string> = {
  echoes_version: 'Agrees to a version that does not exist',
  downgrades: 'Answers in another version than agreed',
  answers_strangers: 'Lists tools without the credential',
};

/** Whether the server is true to its word, where it was asked once a day. */
export function TruthNotes({ truth, truthCheckedAt }: Pick<ContractReport, 'truth' | 'truthCheckedAt'>) {
  return (
    <Section
      title="True to its word"
      aside={
        truthCheckedAt !== null && (
          <span className="text-sm text-muted">
            asked <Ago iso={truthCheckedAt} />
          </span>
        )
      }
    >
      {truthCheckedAt === null ? (
        <p className="text-muted">Not asked yet.</p>
      ) : truth.length === 0 ? (
        <p>Nothing was found: it keeps to the protocol version, and to its own lock where there is one.</p>
      ) : (
        <ul className="grid gap-3">
          {truth.map(({ kind, summary }) => (
            <li key={kind} className="max-w-prose border-l-4 border-degraded pl-3">
              <h3 className="text-base">{TITLES[kind]}</h3>
              <p className="text-sm wrap-anywhere">{showHidden(summary)}</p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

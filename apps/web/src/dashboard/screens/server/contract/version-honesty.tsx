import type { ContractReport, VersionVerdict } from '@alivemcp/contracts';
import { Card, Section } from '../../../ui/layout.tsx';

const VERDICTS: { verdict: VersionVerdict; word: string; meaning: string }[] = [
  { verdict: 'honest', word: 'Honest', meaning: 'The version moved as far as the change did.' },
  { verdict: 'understated', word: 'Understated', meaning: 'It said less than what happened.' },
  { verdict: 'overstated', word: 'Overstated', meaning: 'It announced a break that was none.' },
  { verdict: 'unversioned', word: 'Unversioned', meaning: 'There was no version to compare.' },
];

/** Whether the server's version numbers can be trusted. */
export function VersionHonesty({ versions: { share, judged, counts } }: Pick<ContractReport, 'versions'>) {
  const any = Object.values(counts).some((count) => count > 0);
  return (
    <Section title="Version honesty">
      <Card>
        {share === null ? (
          <p>No change yet that a version number could be held against.</p>
        ) : (
          <p>
            <strong className="figures text-lg font-semibold">{Math.floor(share * 100)} %</strong> of{' '}
            {judged === 1 ? 'the one change' : `${judged} changes`} came with a version number that told the truth.
          </p>
        )}
        {any && (
          <dl className="mt-4 grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-4 text-sm">
            {VERDICTS.map(({ verdict, word, meaning }) => (
              <div key={verdict}>
                <dt className="text-muted">{word}</dt>
                <dd>
                  <span className="figures text-base font-semibold">{counts[verdict] ?? 0}</span>
                  <span className="block">{meaning}</span>
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Card>
    </Section>
  );
}

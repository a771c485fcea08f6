import { cleanLine, type PublicChange, type ServerPageView } from '@alivemcp/contracts';
import { Time } from './time.tsx';

const CLASSES: Record<PublicChange['class'], string> = {
  breaking: 'Breaking',
  behavioural: 'Behaviour',
  additive: 'Added',
  cosmetic: 'Cosmetic',
};

/** What changed in what the server promises, newest first; the author never had to write it. */
export function Changelog({ drifts, slug }: Pick<ServerPageView, 'drifts'> & { slug: string }) {
  return (
    <section aria-labelledby="changelog">
      <h2 id="changelog">Changelog</h2>
      {drifts.length === 0 ? (
        <p className="muted">No change of the tools has been seen.</p>
      ) : (
        <ol className="updates">
          {drifts.map((drift) => (
            <li key={drift.id}>
              <p className="small">
                <span className={`tag ${drift.class}`}>{CLASSES[drift.class]}</span> <Time at={drift.at} />
                {versions(drift)}
              </p>
              <p>{cleanLine(drift.summary, 500)}</p>
              <Sections sections={drift.sections} />
            </li>
          ))}
        </ol>
      )}
      <p className="small">
        The whole of it as <a href={`/s/${slug}/changelog.md`}>Markdown</a> or as an{' '}
        <a href={`/s/${slug}/changelog.atom`}>Atom feed</a>
      </p>
    </section>
  );
}

function Sections({ sections }: Pick<PublicChange, 'sections'>) {
  if (sections.length === 0) return null;
  return (
    <details>
      <summary>What changed</summary>
      {sections.map(({ heading, lines, left }) => (
        <div key={heading}>
          <h3 className="group">{heading}</h3>
          <ul className="small">
            {lines.map((line, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, and two may be alike
              <li key={i}>{cleanLine(line, 300)}</li>
            ))}
            {left > 0 && <li>and {left} more</li>}
          </ul>
        </div>
      ))}
    </details>
  );
}

function versions({ fromVersion, toVersion }: PublicChange): string {
  if (fromVersion === null && toVersion === null) return '';
  const [from, to] = [fromVersion, toVersion].map((version) =>
    version === null ? 'no version' : cleanLine(version, 64),
  );
  return from === to ? ` · ${to}` : ` · ${from} → ${to}`;
}

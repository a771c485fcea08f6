import { type ContractReport, SURFACE_LISTS, type SurfaceList } from '@alivemcp/contracts';
import { Section } from '../../../ui/layout.tsx';
import { PART_WORDS } from '../drift/drift-words.ts';
import { BoundedText } from '../text/bounded-text.tsx';
import { CodeBox } from '../text/code-box.tsx';
import { listNames } from './list-names.ts';

/** What the server promises besides its tools: all of it a stranger's words. */
export function Surface({ surface }: Pick<ContractReport, 'surface'>) {
  return (
    <Section title="Besides its tools">
      {surface === null ? (
        <p className="text-muted">Not seen yet.</p>
      ) : (
        <div className="grid gap-5">
          <div>
            <h3 className="mb-1">{PART_WORDS.instructions}</h3>
            {typeof surface.instructions === 'string' ? (
              <BoundedText text={surface.instructions} />
            ) : (
              <p className="text-sm text-muted">It gives none.</p>
            )}
          </div>
          <div>
            <h3 className="mb-1">{PART_WORDS.capabilities}</h3>
            {surface.capabilities === null ? (
              <p className="text-sm text-muted">It declares none.</p>
            ) : (
              <CodeBox label="Capabilities as JSON" text={JSON.stringify(surface.capabilities, null, 2)} />
            )}
          </div>
          {SURFACE_LISTS.map((list) => (
            <Names key={list} list={list} names={listNames(surface, list)} />
          ))}
        </div>
      )}
    </Section>
  );
}

function Names({ list, names }: { list: SurfaceList; names: (string | null)[] | null }) {
  if (names === null) return null;
  return (
    <div>
      <h3 className="mb-1">
        {PART_WORDS[list]} <span className="figures font-normal text-muted">{names.length}</span>
      </h3>
      {names.length > 0 && (
        <CodeBox label={PART_WORDS[list]} text={names.map((name) => name ?? '(without a name)').join('\n')} />
      )}
    </div>
  );
}

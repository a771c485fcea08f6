import { cleanLine, cleanText, type PublicMaintenance } from '@alivemcp/contracts';
import { listWords } from './list-words.ts';
import { Mark } from './marks.tsx';
import { Time } from './time.tsx';

const MAX_SERVERS = 5;

type Props = { maintenance: PublicMaintenance[]; severalServers?: boolean };

/** Work that runs or is to come; what is over is not told here. */
export function Announced({ maintenance, severalServers = false }: Props) {
  const announced = maintenance.filter(({ state }) => state !== 'completed');
  if (announced.length === 0) return null;
  return (
    <section aria-labelledby="maintenance">
      <h2 id="maintenance">Announced work</h2>
      <div className="box">
        {announced.map(({ id, title, description, state, startsAt, endsAt, servers }) => (
          <article key={id} id={id}>
            <div className="row">
              <h3>{cleanLine(title)}</h3>
              {state === 'in_progress' ? (
                <span className="state maintenance">
                  <Mark status="maintenance" />
                  Now
                </span>
              ) : (
                <span className="tag">Coming</span>
              )}
            </div>
            <p className="small">
              <Time at={startsAt} /> to <Time at={endsAt} />
              {severalServers &&
                ` · ${listWords(
                  servers.map(({ name }) => cleanLine(name)),
                  MAX_SERVERS,
                )}`}
            </p>
            {description !== '' && <p className="said">{cleanText(description)}</p>}
          </article>
        ))}
      </div>
    </section>
  );
}

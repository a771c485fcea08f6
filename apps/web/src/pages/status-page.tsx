import { cleanLine, cleanText, type Pages } from '@alivemcp/contracts';
import { Announced } from './announced.tsx';
import { Components } from './components.tsx';
import { DemoNote } from './demo-note.tsx';
import { renderDocument } from './document.tsx';
import { OpenIncidents, PastIncidents } from './incidents.tsx';
import { LastChecked } from './last-checked.tsx';
import { Mark } from './marks.tsx';
import { RegionMatrix } from './region-matrix.tsx';
import { tone } from './state.tsx';
import { stateOfAll } from './state-of-all.ts';
import { ToolSurfaces } from './tool-surfaces.tsx';

/** The page of several servers: first whether all is well, then what is not, then everything else. */
export const statusPage: Pages['statusPage'] = ({ view, publicUrl }) => {
  const { slug, title, description, components, incidents, maintenance, generatedUntil } = view;
  const path = `/status/${encodeURIComponent(slug)}`;
  const feed = `${path}/feed.atom`;
  const { status, sentence, more } = stateOfAll(components);
  const checkedAt =
    components
      .flatMap(({ lastProbeAt }) => lastProbeAt ?? [])
      .toSorted()
      .at(-1) ?? null;
  return renderDocument({
    title: `${sentence} · ${title}`,
    live: { address: publicUrl + path, description: `${sentence}. ${title}`, feed },
    children: (
      <>
        <h1>{cleanLine(title)}</h1>
        {description !== '' && <p className="lead">{cleanText(description.slice(0, 2_000))}</p>}
        <section className={`banner ${tone(status)}`} aria-label="Present state">
          <p className="head">
            <Mark status={status} />
            <span>{sentence}</span>
          </p>
          {more !== null && <p>{more}</p>}
          <p className="small">
            <LastChecked at={checkedAt} />
          </p>
        </section>
        <DemoNote until={generatedUntil} />
        <OpenIncidents incidents={incidents} severalServers />
        <Announced maintenance={maintenance} severalServers />
        <Components components={components} />
        <RegionMatrix components={components} />
        <ToolSurfaces components={components} />
        <PastIncidents incidents={incidents} severalServers />
        <section className="share" aria-labelledby="subscribe">
          <h2 id="subscribe">Subscribe</h2>
          <ul>
            <li>
              <a href={feed}>Incidents as an Atom feed</a>
            </li>
            <li>
              <a href={`${path}/api/v2/summary.json`}>This page as JSON</a>, as Statuspage words it
            </li>
          </ul>
        </section>
      </>
    ),
  });
};

import { cleanLine, type Pages } from '@alivemcp/contracts';
import { STATES } from '../theme/states.ts';
import { Announced } from './announced.tsx';
import { Changelog } from './changelog.tsx';
import { DayStrip, StripKey } from './day-strip.tsx';
import { DayTable } from './day-table.tsx';
import { DemoNote } from './demo-note.tsx';
import { renderDocument } from './document.tsx';
import { OpenIncidents, PastIncidents } from './incidents.tsx';
import { LatencyChart } from './latency-chart.tsx';
import { RegionTable } from './region-table.tsx';
import { Sharing } from './sharing.tsx';
import { StateBanner } from './state-banner.tsx';
import { ToolSurface } from './tool-surface.tsx';
import { daysWords } from './uptime-day.ts';
import { WindowTable } from './window-table.tsx';

/** The public page of one server. Everything the server or its owner named is a stranger's text. */
export const serverPage: Pages['serverPage'] = ({ view, publicUrl }) => {
  const { server, days, coverage, latencyDays, incidents, maintenance, drifts, generatedUntil } = view;
  const { word, sentence } = STATES[server.status];
  const name = cleanLine(server.name);
  const slug = encodeURIComponent(server.slug);
  const feed = `/s/${slug}/feed.atom`;
  return renderDocument({
    title: `${word}: ${name}`,
    live: {
      address: `${publicUrl}/s/${slug}`,
      description: `${name}: ${word}. ${sentence}`,
      feed,
      changelog: `/s/${slug}/changelog.atom`,
    },
    children: (
      <>
        <h1>{name}</h1>
        <p className="lead">{cleanLine(server.url, 500)}</p>
        <StateBanner {...server} />
        <DemoNote until={generatedUntil} />
        <OpenIncidents incidents={incidents} />
        <Announced maintenance={maintenance} />
        <RegionTable regions={server.regions} />
        <section aria-labelledby="uptime">
          <h2 id="uptime">Uptime</h2>
          <p className="muted">{daysWords(days)}.</p>
          <DayStrip days={days} />
          <StripKey />
          <WindowTable server={server} coverage={coverage} />
        </section>
        <section aria-labelledby="latency">
          <h2 id="latency">Latency</h2>
          <LatencyChart days={latencyDays} />
          <DayTable days={days} latencyDays={latencyDays} />
        </section>
        <ToolSurface {...view} />
        <Changelog drifts={drifts} slug={slug} />
        <PastIncidents incidents={incidents} />
        <Sharing slug={slug} name={name} publicUrl={publicUrl} feed={feed} />
      </>
    ),
  });
};

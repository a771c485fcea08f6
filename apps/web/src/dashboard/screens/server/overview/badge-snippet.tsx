import type { BadgeMetric, BadgeStyle } from '@alivemcp/contracts';
import { useState } from 'react';
import { CopyText } from '../../../ui/copy-text.tsx';
import { SelectField } from '../../../ui/field.tsx';

const METRICS: Record<BadgeMetric, string> = {
  status: 'State',
  uptime: 'Uptime of 30 days',
  latency: 'Latency of 24 hours',
  tools: 'Number of tools',
  schema: 'Last change of the tools',
  protocol: 'Protocol version',
};
const STYLES: Record<BadgeStyle, string> = { flat: 'Flat', 'flat-square': 'Flat, square', 'for-the-badge': 'Large' };

const choices = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

export function BadgeSnippet({ slug }: { slug: string }) {
  const [metric, setMetric] = useState('status');
  const [style, setStyle] = useState('flat');
  const query = new URLSearchParams({
    ...(metric !== 'status' && { metric }),
    ...(style !== 'flat' && { style }),
  }).toString();
  const path = `/badge/${slug}.svg${query && `?${query}`}`;
  const { origin } = window.location;
  const page = `${origin}/s/${slug}`;
  return (
    <div className="grid content-start gap-3">
      <h3>Badge</h3>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(11rem,1fr))] gap-3">
        <SelectField
          label="It shows"
          value={metric}
          options={choices(METRICS)}
          onChange={(event) => setMetric(event.target.value)}
        />
        <SelectField
          label="Style"
          value={style}
          options={choices(STYLES)}
          onChange={(event) => setStyle(event.target.value)}
        />
      </div>
      <p>
        <img src={path} alt="The badge as it looks now" className="h-auto max-w-full" />
      </p>
      <CopyText label="the badge as Markdown" text={`[![MCP server](${origin}${path})](${page})`} />
      <CopyText
        label="the badge as HTML"
        text={`<a href="${page}"><img src="${origin}${path.replace('&', '&amp;')}" alt="MCP server"></a>`}
      />
    </div>
  );
}

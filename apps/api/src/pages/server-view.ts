import type { PublicServer } from '@alivemcp/contracts';
import { milliseconds, percent, time } from './figures.ts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';
import { visible } from './visible.ts';

/** State is never said by colour alone: a shape, a word, a sentence. */
const STATES: Record<PublicServer['status'], { shape: string; word: string; sentence: string }> = {
  up: { shape: '●', word: 'Up', sentence: 'The server answers and lists its tools.' },
  degraded: { shape: '▲', word: 'Degraded', sentence: 'The server answers, but not as it should, or not everywhere.' },
  down: { shape: '✕', word: 'Down', sentence: 'The server cannot be used.' },
  unknown: { shape: '◌', word: 'Unknown', sentence: 'There are no fresh observations.' },
  paused: { shape: '‖', word: 'Paused', sentence: 'The owner has paused the checks.' },
  maintenance: { shape: '⚙', word: 'Maintenance', sentence: 'The owner announced work on the server.' },
  pending: { shape: '◌', word: 'Pending', sentence: 'The first check is under way.' },
};
const WINDOWS = ['24h', '7d', '30d', '90d'] as const;

/** The public page of one server. Everything the server or its owner named is a stranger's text. */
export function serverView(server: PublicServer, publicUrl: string): string {
  const { word } = STATES[server.status];
  const content = html`
<h1>${visible(server.name)}</h1>
<p class="muted">${visible(server.url, 500)}</p>
${stateBanner(server)}
${incident(server)}
${regions(server)}
${history(server)}
${facts(server)}
${sharing(server, publicUrl)}`;
  return layout({ title: `${word}: ${visible(server.name)}`, content, indexed: true });
}

function stateBanner({ status, since, posture, summary, lastProbeAt, coverage30d }: PublicServer): Html {
  const { shape, word, sentence } = STATES[status];
  return html`<section class="state ${status}" aria-label="Present state">
<strong><span aria-hidden="true">${shape}</span> ${word}</strong> <span class="muted">since ${time(since)}</span>
<p>${summary === null || status === 'up' ? sentence : visible(summary, 300)}</p>
${posture === 'auth_required' && html`<p>It asks strangers for credentials: tools are not checked.</p>`}
${posture === 'credential_rejected' && html`<p>It rejects the credential it is checked with.</p>`}
<p class="muted">Last checked: ${lastProbeAt === null ? 'not yet' : time(lastProbeAt)}.
${coverage30d < 95 && html` Observed only ${percent(coverage30d)} of the time over the last 30 days.`}</p>
</section>`;
}

function incident({ openIncident }: PublicServer): Html | null {
  return (
    openIncident &&
    html`<h2>Open incident</h2>
<p>${visible(openIncident.title)}, since ${time(openIncident.openedAt)}</p>`
  );
}

function regions({ regions: rows }: PublicServer): Html {
  return html`<h2>Regions</h2>
<div class="wide"><table>
<thead><tr><th scope="col">Region</th><th scope="col">State</th><th scope="col">Latency</th><th scope="col">Checked</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr><th scope="row">${visible(row.region, 64)}</th>
<td>${regionState(row.status)}${row.class !== null && html` <span class="muted">${visible(row.class, 64)}</span>`}</td>
<td class="number">${milliseconds(row.latencyMs)}</td><td>${row.checkedAt === null ? 'not yet' : time(row.checkedAt)}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function regionState(status: string): Html {
  const { shape, word } = STATES[status as PublicServer['status']] ?? STATES.unknown;
  return html`<span class="${word.toLowerCase()}"><span aria-hidden="true">${shape}</span> ${word}</span>`;
}

function history({ uptime, latency }: PublicServer): Html {
  return html`<h2>Uptime and latency</h2>
<div class="wide"><table>
<thead><tr><th scope="col">Window</th><th scope="col">Uptime</th><th scope="col">p50</th><th scope="col">p95</th></tr></thead>
<tbody>${WINDOWS.map(
    (window) => html`<tr><th scope="row">${window}</th><td class="number">${percent(uptime[window])}</td>
<td class="number">${milliseconds(latency[window].p50Ms)}</td><td class="number">${milliseconds(latency[window].p95Ms)}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function facts({ protocolVersion, serverInfo, tools, driftAt, coverage30d }: PublicServer): Html {
  return html`<h2>What it is</h2>
<dl>
<dt>Protocol</dt><dd>${protocolVersion === null ? 'not known yet' : `MCP ${visible(protocolVersion, 64)}`}</dd>
<dt>Software</dt><dd>${serverInfo === null ? 'not known yet' : visible(`${serverInfo.name} ${serverInfo.version}`)}</dd>
<dt>Tools</dt><dd>${tools === null ? 'not known yet' : html`${tools.count}, unchanged since ${time(tools.changedAt)}`}</dd>
<dt>Last drift</dt><dd>${driftAt === null ? 'none seen' : time(driftAt)}</dd>
<dt>Observed</dt><dd>${percent(coverage30d)} of the time over the last 30 days</dd>
</dl>`;
}

function sharing({ slug }: PublicServer, publicUrl: string): Html {
  const page = `${publicUrl}/s/${slug}`;
  const badge = `${publicUrl}/badge/${slug}.svg`;
  return html`<h2>Badge</h2>
<p><img src="/badge/${slug}.svg" alt="Present state as a badge" height="20"></p>
<pre><code>[![MCP server](${badge})](${page})</code></pre>
<p><a href="/api/embed-status/${slug}">This state as JSON</a></p>`;
}

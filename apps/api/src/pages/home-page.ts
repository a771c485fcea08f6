import { isSetupPending } from '@alivemcp/services';
import type { Api, AppDeps } from '../app-deps.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** `/`: what this is and where to go. */
export function homePage(app: Api, { services }: Pick<AppDeps, 'services'>): void {
  app.get('/', { schema: { hide: true } }, async (_request, reply) => {
    const pending = await isSetupPending(services);
    const content = html`<h1>AliveMCP</h1>
<p>Watches remote MCP servers from outside and speaks their protocol: up, degraded, down, or changed under your feet.</p>
<h2>Start here</h2>
${pending && html`<p role="status">Nobody owns this installation yet: open the one-time link that AliveMCP printed when it started.</p>`}
<ul>
<li><a href="/docs">API reference</a>, to read and to try</li>
<li><a href="/openapi.json">OpenAPI document</a></li>
<li><a href="/docs/errors">Errors</a> of the API and what they mean</li>
</ul>
<p class="muted">The guide is <code>README.md</code> in the repository.</p>`;
    return reply.type('text/html; charset=utf-8').send(layout({ title: 'AliveMCP', content, indexed: true }));
  });
}

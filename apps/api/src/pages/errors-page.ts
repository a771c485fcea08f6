import { ERRORS } from '@alivemcp/contracts';
import type { Api } from '../app-deps.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';

/** `/docs/errors#<code>`: where the `type` of every problem document leads. */
export function errorsPage(app: Api): void {
  const rows = Object.entries(ERRORS).map(
    ([code, { status, title }]) => html`<tr id="${code}"><th scope="row"><code>${code}</code></th>
<td class="number">${status}</td><td>${title}</td></tr>`,
  );
  const content = html`<h1>Errors</h1>
<p>Every error is a problem document (RFC 9457) with one of these in <code>code</code>.</p>
<div class="wide"><table>
<thead><tr><th scope="col">Code</th><th scope="col">Status</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
  const page = layout({ title: 'Errors of the AliveMCP API', content });
  app.get('/docs/errors', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(page),
  );
}

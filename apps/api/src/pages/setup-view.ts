import type { FieldError } from '@alivemcp/contracts';
import { type Html, html } from './html.ts';
import { layout } from './layout.ts';

export type SetupForm = { token: string; email: string; workspaceName: string };

/** The form of the one-time link. What was typed is kept; the password is not sent back. */
export function setupFormView(form: SetupForm, errors: FieldError[] = []): string {
  const content = html`<h1>Create the owner account</h1>
<p>This link works once. You get a session in this browser and a first API key.</p>
${errors.length > 0 && html`<p class="error" role="alert">Please look at the fields below.</p>`}
<form method="post" action="/setup">
<input type="hidden" name="token" value="${form.token}">
${field('email', 'Email', 'email', form.email, 'username', errors)}
${field('password', 'Password', 'password', '', 'new-password', errors, 'At least 12 characters.')}
${field('workspaceName', 'Name of the workspace', 'text', form.workspaceName, 'organization', errors)}
<button type="submit">Create account</button>
</form>`;
  return layout({ title: 'Set up AliveMCP', content });
}

function field(
  name: string,
  label: string,
  type: string,
  value: string,
  autocomplete: string,
  errors: FieldError[],
  hint?: string,
): Html {
  const error = errors.find(({ pointer }) => pointer === `/${name}`);
  const notes = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" required${
    notes !== '' && html` aria-describedby="${notes}"`
  }${error && html` aria-invalid="true"`}>
${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}
${error && html`<p class="error" id="${name}-error">${error.message}</p>`}`;
}

/** Shown once, after the account was made. */
export function setupDoneView({
  email,
  apiKey,
  publicUrl,
}: {
  email: string;
  apiKey: string;
  publicUrl: string;
}): string {
  const example = `curl -X POST ${publicUrl}/api/v1/servers \\
  -H 'Authorization: Bearer ${apiKey}' \\
  -H 'Content-Type: application/json' \\
  -d '{"url":"https://mcp.example.com/mcp"}'`;
  const content = html`<h1>Welcome</h1>
<p>The account of ${email} is ready, and this browser is signed in.</p>
<h2>Your first API key</h2>
<p>It is shown here and never again:</p>
<pre><code>${apiKey}</code></pre>
<h2>Watch your first server</h2>
<pre><code>${example}</code></pre>
<p><a href="/docs">API reference</a></p>`;
  return layout({ title: 'AliveMCP is ready', content });
}

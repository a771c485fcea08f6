import type { Pages } from '@alivemcp/contracts';
import { renderDocument } from './document.tsx';

/** Shown once, after the account was made. */
export const setupDonePage: Pages['setupDonePage'] = ({ email, apiKey, publicUrl }) => {
  const example = `curl -X POST ${publicUrl}/api/v1/servers \\
  -H 'Authorization: Bearer ${apiKey}' \\
  -H 'Content-Type: application/json' \\
  -d '{"url":"https://mcp.example.com/mcp"}'`;
  return renderDocument({
    title: 'AliveMCP is ready',
    children: (
      <>
        <h1>Welcome</h1>
        <p>The account of {email} is ready, and this browser is signed in.</p>
        <h2>Your first API key</h2>
        <p>Keep it now: it is shown here and never again.</p>
        <pre className="whole">
          <code>{apiKey}</code>
        </pre>
        <p>
          <a className="button" href="/">
            Open the dashboard
          </a>
        </p>
        <h2>Watch your first server from a shell</h2>
        <pre>
          <code>{example}</code>
        </pre>
        <p>
          <a href="/docs">API reference</a>
        </p>
      </>
    ),
  });
};

import type { Behaviour } from './behaviour.ts';
import type { Persona } from './persona.ts';
import { tool } from './tool.ts';

const contactId = { type: 'string' };

/** What it was before somebody put a web application in its place. */
const persona: Persona = {
  name: 'legacy-crm',
  version: '3.11.2',
  instructions: 'Read contacts and write notes about them.',
  tools: [
    tool('find_contact', 'Find a contact by name or email', { query: { type: 'string' } }),
    tool('get_contact', 'Read one contact', { contactId }),
    tool('add_note', 'Write a note about a contact', { contactId, text: { type: 'string', maxLength: 4000 } }),
  ],
};

const PAGE = `<!doctype html>
<title>Sign in to CRM</title>
<h1>Welcome back</h1>
<form><input name="user"><input name="password" type="password"><button>Sign in</button></form>
`;

/** Alive as HTTP and dead as MCP: a web page with status 200, whatever is asked. Every plain uptime monitor calls it up. */
export const legacyCrm: Behaviour = {
  slug: 'legacy-crm',
  name: 'Legacy CRM',
  group: 'Partners',
  tags: ['partner', 'sales'],
  protocol: { version: '2025-11-25', era: 'legacy', transport: 'streamable-http' },
  past: [persona],
  handle: () => (_req, res) => {
    res.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  },
};

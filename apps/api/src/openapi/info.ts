/** What the document says of itself. */
export const DESCRIPTION = `AliveMCP watches remote MCP servers from outside and speaks their protocol.

- **Authentication**: \`Authorization: Bearer amcp_…\`, or the session cookie of a signed-in browser. A key has scopes; each operation names the one it needs.
- **Errors** are problem documents (RFC 9457); \`code\` is stable, \`errors\` points at fields, \`requestId\` is also in \`x-request-id\`. An id of another workspace answers 404.
- **Lists** are \`{ data, nextCursor }\`; pass \`nextCursor\` as \`?cursor\`.
- **Repeating** a POST is safe with an \`Idempotency-Key\`: within a day it gets the first answer (\`idempotency-replayed: true\`) and does nothing.
- **Reads** carry a strong \`ETag\`; \`If-None-Match\` answers 304.
- **Limits**: 600 requests a minute for a key or, without one, an address. \`RateLimit\` and \`RateLimit-Policy\` say what is left; 429 carries \`Retry-After\`.
- **Times** are ISO 8601 in UTC with milliseconds, durations integers named \`…Ms\`.`;

export const TAGS = [
  { name: 'Servers', description: 'The MCP servers that are watched' },
  { name: 'History', description: 'Probes, latency and uptime' },
  { name: 'Tools and drift', description: 'The contract of a watched server through time' },
  { name: 'Incidents', description: 'Automatic and manual' },
  { name: 'Gates', description: 'After a deploy: waiting until a server is good' },
  { name: 'Channels', description: 'Where alerts go' },
  { name: 'Alert rules', description: 'Which alerts go where and when, and silence for a time' },
  { name: 'Deliveries', description: 'What was sent, and how it went' },
  { name: 'Live', description: 'What changes, told while it changes' },
  { name: 'Status pages', description: 'What the public sees of several servers' },
  { name: 'API keys', description: 'Access for machines' },
  { name: 'Account', description: 'Setup and sign-in' },
  { name: 'Public', description: 'Without a key' },
  { name: 'Operations', description: 'For who runs AliveMCP' },
];

export const SECURITY_SCHEMES = {
  apiKey: { type: 'http', scheme: 'bearer', description: 'An API key: `amcp_…`' },
  session: { type: 'apiKey', in: 'cookie', name: '__Host-alivemcp', description: '`alivemcp` where there is no TLS' },
} as const;

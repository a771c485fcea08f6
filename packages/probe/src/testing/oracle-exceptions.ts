/** Where an official client and the probe disagree on purpose: who is right, and why. */
type Exception = { clients: ('v1' | 'v2')[]; ours: 'alive' | 'dead'; reason: string; cases: string[] };

export const EXCEPTIONS: Exception[] = [
  {
    clients: ['v1'],
    ours: 'alive',
    reason: 'The server is right: it speaks 2026-07-28 only, and the client 1.x no revision after 2025-11-25.',
    cases: [
      'modern',
      'modern, SSE replies',
      'modern of several versions',
      'modern, no serverInfo',
      'modern, an outputSchema of a list',
      'modern, a bad x-mcp-header',
      'modern, pages',
      'modern, a page loop',
      'modern, gzip',
      'modern, version refused once',
      'modern, token accepted',
      'resultType missing',
      'no cache hints',
      'SDK 2026-07-28-only',
    ],
  },
  {
    clients: ['v1', 'v2'],
    ours: 'alive',
    reason: 'We are right: a server that asks a stranger for credentials is alive; the clients have none to give.',
    cases: [
      '401, well described',
      '401, bare',
      '403, scope',
      '401 at tools/list only',
      'modern, 401',
      'rpc-unauthorized',
      'rpc-unauthorized at tools/list',
      'initialize unauthorized in words',
    ],
  },
  {
    clients: ['v2'],
    ours: 'alive',
    reason:
      'Both are right: a 401 says nothing of the era, so neither goes on; we say "asks for credentials", it gives up.',
    cases: ['dual, discover 401'],
  },
  {
    clients: ['v1', 'v2'],
    ours: 'alive',
    reason: 'We are right: "too many requests" is an answer of a live server, degraded and not down.',
    cases: ['HTTP 429'],
  },
  {
    clients: ['v1', 'v2'],
    ours: 'alive',
    reason: 'We are right: what happens once is looked at again, or by the legacy path; the clients try once.',
    cases: ['reset once', '503 once'],
  },
  {
    clients: ['v2'],
    ours: 'alive',
    reason:
      'We are right: initialize works. The client takes a bad answer to server/discover for an outage, not for "legacy".',
    cases: [
      'legacy, discover broken',
      'legacy, discover HTML',
      'legacy, discover empty',
      'legacy, discover reset',
      'dual, discover broken',
      'dual, discover silent',
    ],
  },
  {
    clients: ['v1', 'v2'],
    ours: 'alive',
    reason: 'Both are right: the clients refuse the whole list for one bad tool; we name the tool, degraded.',
    cases: [
      'a tool without a name',
      'a tool without a schema',
      'a tool that is no object',
      'a schema of another type',
      'an outputSchema of a list',
    ],
  },
  {
    clients: ['v2'],
    ours: 'alive',
    reason: 'As above, on page two: the client 1.x reads the first page only.',
    cases: ['a malformed tool on page two'],
  },
  {
    clients: ['v2'],
    ours: 'alive',
    reason: 'We are right: a list may change between its pages, so we begin it once more; the client gives up.',
    cases: ['a stale cursor'],
  },
  {
    clients: ['v1'],
    ours: 'alive',
    reason:
      'Both are right: the client 1.x compiles every outputSchema and refuses the whole list for one; 2.x does not.',
    cases: ['a remote $ref', 'a dangling $ref', 'an outputSchema that is none'],
  },
  {
    clients: ['v2'],
    ours: 'alive',
    reason: 'We are right: an absent resultType is to be read as complete (MCP 2026-07-28); the client insists on it.',
    cases: ['resultType missing'],
  },
  {
    clients: ['v2'],
    ours: 'alive',
    reason:
      'Both are right: cache hints are mandatory, and the list is whole without them; we warn, the client refuses.',
    cases: ['no cache hints'],
  },
  {
    clients: ['v1'],
    ours: 'alive',
    reason:
      'We are right: without the tools capability a server may not know tools/list; the client asks all the same.',
    cases: ['no tools declared, unknown method'],
  },
  {
    clients: ['v1', 'v2'],
    ours: 'dead',
    reason: 'We are right for a monitor: tools are declared and none is listed, unless the owner says that is so.',
    cases: ['no tools'],
  },
  {
    clients: ['v1', 'v2'],
    ours: 'dead',
    reason: 'Ours is a limit: no more than 5,000 tools are read; the clients have none.',
    cases: ['5,001 tools'],
  },
];

/** Whose life the probe and a client are listed to see differently; null when they are to agree. */
export const exceptionOf = (name: string, client: 'v1' | 'v2'): Exception['ours'] | null =>
  EXCEPTIONS.find(({ clients, cases }) => clients.includes(client) && cases.includes(name))?.ours ?? null;

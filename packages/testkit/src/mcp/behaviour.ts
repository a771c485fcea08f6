/** A fault by name (see `faults.ts`), or a plain HTTP answer. */
export type Fault =
  | 'reset'
  | 'fin'
  | 'banner'
  | 'tls-alert'
  | 'silence'
  | 'endless-1xx'
  | 'flood-1xx'
  | 'headers-then-silence'
  | 'drip'
  | 'truncated'
  | 'bad-chunk'
  | 'huge-headers'
  | 'html'
  | 'no-content-type'
  | 'empty'
  | 'no-content'
  | 'gzip-broken'
  | 'gzip-bomb'
  | 'brotli'
  | 'bad-json'
  | 'not-utf8'
  | 'deep-json'
  | 'big-body'
  | 'rest-json'
  | 'no-jsonrpc'
  | 'null-id'
  | 'both'
  | 'wrong-id'
  | 'batch'
  | 'rpc-error'
  | 'rpc-echo'
  | 'rpc-unauthorized'
  | 'method-not-found'
  | 'sse-no-reply'
  | 'sse-bad-json'
  | 'sse-comments'
  | 'sse-primed'
  | 'sse-flood'
  | 'sse-wrong-id'
  | { status: number; headers?: Record<string, string | string[]>; body?: string | Uint8Array };

export type AuthDemand = {
  /** Accepted bearer tokens; everybody else gets 401. Empty: nobody is let in. */
  tokens?: string[];
  /** Or a header with an exact value. */
  header?: { name: string; value: string };
  /** What the 401 and the well-known documents say. `bare`: no header, no documents. `plain`: header only. */
  metadata?: 'whole' | 'plain' | 'bare' | 'missing' | 'not-json';
  /** Replaces members of the resource's metadata, or of the authorization server's. */
  resource?: Record<string, unknown>;
  issuer?: Record<string, unknown>;
  /** The `resource_metadata` of the 401, instead of the right one. */
  pointer?: string;
  /** Only this method wants credentials. */
  only?: string;
  /** 403 insufficient_scope instead of 401. */
  scope?: boolean;
  /** The clients of the token endpoint: id → secret. */
  clients?: Record<string, string>;
  /** How long issued tokens live; they are accepted in addition to `tokens`. */
  expiresInS?: number;
  /** The token endpoint reads only form fields. */
  secretInBody?: boolean;
};

/** How the fixture behaves from now on. Everything left out is healthy. */
export type Behaviour = {
  era?: 'legacy' | 'modern' | 'dual';
  transport?: 'streamable-http' | 'sse';
  reply?: 'json' | 'sse';
  /** SSE replies stay open after the answer. */
  leaveOpen?: boolean;
  /** Hands out session ids (default) and insists on them. */
  session?: boolean;
  protocolVersion?: string;
  supportedVersions?: unknown;
  serverInfo?: unknown;
  capabilities?: unknown;
  instructions?: string;
  tools?: unknown;
  pageSize?: number;
  /** So many cursors are refused as no longer valid. */
  staleCursors?: number;
  /** Every page names the same next cursor. */
  loop?: boolean;
  /** Replaces members of a modern result. */
  modernResult?: Record<string, unknown>;
  /** A legacy server that answers a modern tools/list as if nothing were wrong (SDK 1.11, bridges). */
  ambiguous?: boolean;
  delayMs?: number;
  /** Every connection is closed after its answer. */
  close?: boolean;
  gzip?: boolean;
  fault?: Fault;
  /** JSON-RPC method, `GET` or `DELETE` the fault is for; every POST when absent. */
  at?: string;
  /** The fault strikes this many times, then it is gone. */
  times?: number;
  /** Forgets sessions right after initialize, with this status afterwards. */
  loseSession?: 404 | 400;
  sse?: 'no-endpoint' | 'foreign-endpoint' | 'post-lost' | 'mute';
  auth?: AuthDemand;
};

/** A request the fixture received; `rpc` is its JSON-RPC method. */
export type Recorded = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  rpc: string | null;
};

export const SAMPLE_TOOLS = [
  {
    name: 'search_orders',
    description: 'Find orders by customer or date',
    inputSchema: {
      type: 'object',
      properties: { customer: { type: 'string' }, since: { type: 'string', format: 'date' } },
      required: ['customer'],
    },
  },
  {
    name: 'get_order',
    description: 'Read one order',
    inputSchema: { type: 'object', properties: { id: { type: 'string' } }, required: ['id'] },
  },
];

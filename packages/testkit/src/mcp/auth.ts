import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuthDemand } from './behaviour.ts';

export type AuthState = { issued: Set<string> };

const json = (res: ServerResponse, status: number, value: unknown): void => {
  res.writeHead(status, { 'content-type': 'application/json' });
  res.end(JSON.stringify(value));
};

/** Answers 401 or 403 to a request without a good credential; true when it did. */
export function refuse(
  auth: AuthDemand,
  state: AuthState,
  origin: string,
  req: IncomingMessage,
  res: ServerResponse,
  rpcMethod: string | null,
): boolean {
  if (auth.only !== undefined && auth.only !== rpcMethod) return false;
  const token = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1];
  const known = token !== undefined && ((auth.tokens ?? []).includes(token) || state.issued.has(token));
  const byHeader = auth.header !== undefined && req.headers[auth.header.name.toLowerCase()] === auth.header.value;
  if (byHeader || (known && !auth.scope)) return false;
  if (auth.scope) {
    res.writeHead(403, { 'www-authenticate': 'Bearer error="insufficient_scope", scope="tools:read"' });
    res.end();
    return true;
  }
  const metadata = auth.metadata ?? 'whole';
  const named = auth.pointer ?? `${origin}/.well-known/oauth-protected-resource/mcp`;
  const pointer = `, resource_metadata="${named}"`;
  const header =
    metadata === 'bare' ? {} : { 'www-authenticate': `Bearer realm="mcp"${metadata === 'plain' ? '' : pointer}` };
  res.writeHead(401, { 'content-type': 'application/json', ...header });
  res.end(JSON.stringify({ jsonrpc: '2.0', id: null, error: { code: -32001, message: 'Unauthorized' } }));
  return true;
}

/** Well-known documents and the token endpoint; true when the path was one of them. */
export function serveAuth(
  auth: AuthDemand,
  state: AuthState,
  origin: string,
  req: IncomingMessage,
  res: ServerResponse,
  body: string,
): boolean {
  const path = req.url ?? '';
  const metadata = auth.metadata ?? 'whole';
  if (path === '/token') {
    issue(auth, state, req, res, body);
    return true;
  }
  if (!path.startsWith('/.well-known/')) return false;
  const absent = ['bare', 'plain', 'missing'].includes(metadata);
  if (!absent && path === '/.well-known/oauth-protected-resource/mcp') {
    if (metadata === 'not-json') res.end('<html>');
    else json(res, 200, { resource: `${origin}/mcp`, authorization_servers: [origin], ...auth.resource });
    return true;
  }
  if (!absent && path === '/.well-known/oauth-authorization-server') {
    json(res, 200, {
      issuer: origin,
      authorization_endpoint: `${origin}/authorize`,
      token_endpoint: `${origin}/token`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      ...auth.issuer,
    });
    return true;
  }
  json(res, 404, { error: 'not_found' });
  return true;
}

function issue(auth: AuthDemand, state: AuthState, req: IncomingMessage, res: ServerResponse, body: string) {
  const form = new URLSearchParams(body);
  const basic = /^Basic (.+)$/.exec(req.headers.authorization ?? '')?.[1];
  const [id, secret] =
    basic !== undefined && !auth.secretInBody
      ? Buffer.from(basic, 'base64').toString().split(':').map(decodeURIComponent)
      : [form.get('client_id') ?? '', form.get('client_secret') ?? ''];
  if (id === undefined || id === '' || auth.clients?.[id] !== secret)
    return json(res, 401, { error: 'invalid_client' });
  const token = `tok-${randomUUID()}`;
  state.issued.add(token);
  json(res, 200, { access_token: token, token_type: 'Bearer', expires_in: auth.expiresInS ?? 3600 });
}

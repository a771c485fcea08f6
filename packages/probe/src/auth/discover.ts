import { cleanLine } from '@alivemcp/contracts';
import type { Context } from '../context.ts';
import { isObject, type JsonObject } from '../json-rpc.ts';
import { fetchJson } from './fetch-json.ts';
import { issuerMetadataUrls, resourceMetadataOf, resourceMetadataUrls } from './well-known.ts';

/**
 * How far a client gets that has to find out where to log in. `absent`: no metadata at all. `unknown`: a third party did
 * not answer, which proves nothing. `resource` and `issuer` are kept for fetching tokens; `loginFault` is what keeps a
 * person out, though not a machine with credentials of its own.
 */
export type Walk =
  | { kind: 'whole'; issuer: JsonObject; resource: string; loginFault: string | null }
  | { kind: 'absent' }
  | { kind: 'broken'; step: string }
  | { kind: 'unknown' };

/** Read-only walk of RFC 9728, then RFC 8414: no registration, no token. */
export async function walkMetadata(ctx: Context, wwwAuthenticate: string | undefined): Promise<Walk> {
  const named = resourceMetadataOf(wwwAuthenticate);
  const urls = named === null ? resourceMetadataUrls(ctx.url) : [named];
  const found = await firstDocument(ctx, urls);
  if (found === 'unreachable') return { kind: 'unknown' };
  if (found === 'refused') return { kind: 'broken', step: 'the resource metadata is at an address nobody may ask' };
  if (found === null) {
    if (named !== null) return { kind: 'broken', step: 'the resource metadata the server names is not there' };
    return walkHost(ctx);
  }
  if (found === 'not_json') return { kind: 'broken', step: 'the resource metadata is no JSON object' };
  if (!isThisResource(found.resource, ctx.url))
    return {
      kind: 'broken',
      step: `the resource metadata is for ${cleanLine(String(found.resource))}, not for this URL`,
    };
  const servers = found.authorization_servers;
  const first: unknown = Array.isArray(servers) ? servers[0] : undefined;
  if (typeof first !== 'string') return { kind: 'broken', step: 'the resource metadata names no authorization server' };
  return walkIssuer(ctx, first, String(found.resource));
}

/** MCP 2025-03-26: the authorization server's metadata stands at the root of the MCP host. */
async function walkHost(ctx: Context): Promise<Walk> {
  const found = await firstDocument(ctx, [`${ctx.url.origin}/.well-known/oauth-authorization-server`]);
  if (found === 'unreachable') return { kind: 'unknown' };
  if (found === null || typeof found === 'string') return { kind: 'absent' };
  return { kind: 'whole', issuer: found, resource: ctx.url.href, loginFault: loginFaultOf(ctx, found) };
}

async function walkIssuer(ctx: Context, issuer: string, resource: string): Promise<Walk> {
  const broken = (step: string): Walk => ({ kind: 'broken', step });
  const url = URL.parse(issuer);
  if (url === null) return broken('the authorization server is no URL');
  if (isWeaker(ctx, issuer)) return broken('the authorization server is not on https');
  const found = await firstDocument(ctx, issuerMetadataUrls(url));
  if (found === 'unreachable') return { kind: 'unknown' };
  if (found === 'refused') return broken('the authorization server is at an address nobody may ask');
  if (found === null) return broken('the authorization server has no metadata');
  if (found === 'not_json') return broken('the metadata of the authorization server is no JSON object');
  if (found.issuer !== issuer) return broken('the authorization server names another issuer');
  if (typeof found.token_endpoint !== 'string') return broken('the authorization server has no token_endpoint');
  if (isWeaker(ctx, found.token_endpoint))
    return broken('the token_endpoint of the authorization server is not on https');
  return { kind: 'whole', issuer: found, resource, loginFault: loginFaultOf(ctx, found) };
}

/** What official clients refuse before they open a browser (RFC 8414 §2; PKCE as MCP 2025-06-18 asks). */
function loginFaultOf(ctx: Context, issuer: JsonObject): string | null {
  const grants = issuer.grant_types_supported;
  if (Array.isArray(grants) && !grants.includes('authorization_code')) return null;
  if (typeof issuer.authorization_endpoint !== 'string')
    return 'the authorization server has no authorization_endpoint';
  if (isWeaker(ctx, issuer.authorization_endpoint))
    return 'the authorization_endpoint of the authorization server is not on https';
  if (!Array.isArray(issuer.response_types_supported))
    return 'the authorization server has no response_types_supported';
  const methods = issuer.code_challenge_methods_supported;
  if (!Array.isArray(methods) || !methods.includes('S256'))
    return 'the authorization server does not announce PKCE with S256';
  return null;
}

/** Whether a URL falls back behind the https of the server itself. */
const isWeaker = (ctx: Context, url: string): boolean =>
  ctx.url.protocol === 'https:' && URL.parse(url)?.protocol !== 'https:';

type NoDocument = 'not_json' | 'unreachable' | 'refused';

/** The first document that is there; null when none is. */
async function firstDocument(ctx: Context, urls: string[]): Promise<JsonObject | NoDocument | null> {
  let worst: NoDocument | null = null;
  for (const url of urls) {
    const fetched = await fetchJson(ctx, url);
    if (fetched.kind === 'unreachable') worst = 'unreachable';
    else if (fetched.kind === 'refused') worst ??= 'refused';
    else if (fetched.status === 200 && isObject(fetched.json)) return fetched.json;
    else if (fetched.status === 200) worst ??= 'not_json';
  }
  return worst;
}

const isThisResource = (resource: unknown, endpoint: URL): boolean => {
  const claimed = typeof resource === 'string' ? URL.parse(resource) : null;
  if (claimed === null || claimed.origin !== endpoint.origin) return false;
  // A resource may be the whole host or a parent path; a sibling is the usual mistake.
  const base = claimed.pathname.replace(/\/$/, '');
  return endpoint.pathname === base || endpoint.pathname.startsWith(`${base}/`);
};

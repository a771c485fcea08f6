import { createHash } from 'node:crypto';
import type { ProbeAuth } from '@alivemcp/contracts';
import { cleanLine } from '@alivemcp/contracts';
import type { Context } from '../context.ts';
import { ProbeFailure } from '../failure.ts';
import { walkMetadata } from './discover.ts';
import { type Fetched, fetchJson } from './fetch-json.ts';
import { memoryOf, remember } from './memory.ts';

export type ClientCredentials = Extract<ProbeAuth, { type: 'oauth_client_credentials' }>;

const EARLY_MS = 30_000;
const DEFAULT_LIFE_S = 300;

const keyOf = (ctx: Context, auth: ClientCredentials): string =>
  createHash('sha256')
    .update(JSON.stringify([ctx.url.href, auth.clientId, auth.clientSecret, auth.scope, auth.tokenUrl]))
    .digest('base64');

export const forgetToken = (ctx: Context, auth: ClientCredentials): boolean =>
  memoryOf(ctx.guard).tokens.delete(keyOf(ctx, auth));

/** An access token by client credentials (RFC 6749 §4.4), from memory while it lasts. Throws `auth.token_endpoint`. */
export async function accessToken(ctx: Context, auth: ClientCredentials): Promise<string> {
  const { tokens, tokenOrigins } = memoryOf(ctx.guard);
  const key = keyOf(ctx, auth);
  const cached = tokens.get(key);
  if (cached !== undefined && cached.expiresAt > Date.now()) return cached.value;
  const { tokenUrl, resource, basic } = await findEndpoint(ctx, auth);
  const origin = URL.parse(tokenUrl)?.origin ?? '';
  // The watched server says where the secret goes: whoever takes it over must not have it sent elsewhere.
  if ((tokenOrigins.get(key) ?? origin) !== origin)
    throw new ProbeFailure('auth.token_endpoint', {
      detail: 'No token was fetched: the server names another authorization server than before.',
    });
  remember(tokenOrigins, key, origin);
  let answer = await requestToken(ctx, auth, tokenUrl, resource, basic);
  // Some servers take the secret only in the body and do not say so.
  if (basic && auth.tokenUrl !== undefined && answer.kind === 'answer' && [400, 401].includes(answer.status))
    answer = await requestToken(ctx, auth, tokenUrl, resource, false);
  const value = readToken(answer);
  const life = answer.kind === 'answer' ? Number(answer.json?.expires_in ?? DEFAULT_LIFE_S) : 0;
  const lifeMs = (Number.isFinite(life) && life > 0 ? life : DEFAULT_LIFE_S) * 1000;
  remember(tokens, key, { value, expiresAt: Date.now() + Math.max(lifeMs - EARLY_MS, lifeMs / 2) });
  return value;
}

async function findEndpoint(ctx: Context, auth: ClientCredentials) {
  if (auth.tokenUrl !== undefined) return { tokenUrl: auth.tokenUrl, resource: ctx.url.href, basic: true };
  const walk = await walkMetadata(ctx, undefined);
  if (walk.kind !== 'whole' || typeof walk.issuer.token_endpoint !== 'string') {
    const step = walk.kind === 'broken' ? walk.step : 'no authorization server could be found';
    throw new ProbeFailure('auth.token_endpoint', { detail: `No token could be fetched: ${step}.` });
  }
  const methods = walk.issuer.token_endpoint_auth_methods_supported;
  const basic = !Array.isArray(methods) || methods.includes('client_secret_basic');
  return { tokenUrl: walk.issuer.token_endpoint, resource: walk.resource, basic };
}

function requestToken(
  ctx: Context,
  auth: ClientCredentials,
  tokenUrl: string,
  resource: string,
  basic: boolean,
): Promise<Fetched> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', resource });
  if (auth.scope !== undefined) form.set('scope', auth.scope);
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' };
  if (basic) {
    // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
    const pair = `${encodeURIComponent(auth.clientId)}:${encodeURIComponent(auth.clientSecret)}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  } else {
    form.set('client_id', auth.clientId);
    form.set('client_secret', auth.clientSecret);
  }
  return fetchJson(ctx, tokenUrl, { method: 'POST', headers, body: form.toString() });
}

function readToken(answer: Fetched): string {
  if (answer.kind !== 'answer')
    throw new ProbeFailure('auth.token_endpoint', { detail: 'The token endpoint cannot be reached.' });
  const token = answer.json?.access_token;
  if (answer.status === 200 && typeof token === 'string' && /^[\x21-\x7e]+$/.test(token)) return token;
  const error = answer.json?.error;
  const why = typeof error === 'string' ? cleanLine(error, 80) : `HTTP ${answer.status}`;
  throw new ProbeFailure('auth.token_endpoint', { detail: `The token endpoint gave no token: ${why}.` });
}

import type { FailureClass } from '@alivemcp/contracts';
import { cleanLine, failureClassOfStatus } from '@alivemcp/contracts';
import type { RpcError } from './json-rpc.ts';
import { HEADER_MISMATCH, UNSUPPORTED_VERSION } from './protocol.ts';

export type StatusFacts = {
  status: number;
  headers: Record<string, string>;
  /** Start of the body, for telling walls and pages apart. */
  text: string;
  rpc: RpcError | null;
  /** Whether a session is under way that the server could have lost. */
  inSession: boolean;
};

const CHALLENGE =
  /just a moment|cf-chl|challenge-platform|attention required|captcha|verify you are (a )?human|ddos protection|access denied.{0,40}bot/i;
const HOST =
  /(invalid|disallowed|forbidden|unknown|bad|not allowed).{0,20}\b(host|origin)\b|\b(host|origin)\b.{0,30}(not allowed|invalid|forbidden|rejected|not permitted|only allowed)|only allowed at/i;
const SESSION = /session/i;
const SESSION_LIMIT =
  /(session|connection)s?.{0,40}(limit|maximum|exceeded|exhausted)|(too many|max(imum)?).{0,20}sessions?/i;
/** What nginx, Apache and Go say to plain HTTP on their TLS port. */
const WANTS_TLS = /plain http|http request to an https server/i;
const UNAUTHORIZED =
  /unauthori[sz]ed|unauthenticated|not authenticated|authentication (is )?required|(missing|invalid|expired).{0,20}(token|api.?key|credential)/i;

export const saysUnauthorized = (text: string): boolean => UNAUTHORIZED.test(text);

export const isChallenge = (headers: Record<string, string>, text: string): boolean =>
  headers['cf-mitigated'] === 'challenge' || CHALLENGE.test(text);

/** Class of an answer whose status is not 2xx. 401 is `auth.required` here; what it means is judged with the credential. */
export function classifyStatus(facts: StatusFacts): FailureClass {
  const { status, headers, text, rpc } = facts;
  if (status >= 300 && status < 400) return 'http.redirect';
  if (status === 400 && /no required ssl certificate/i.test(text)) return 'tls.client_certificate';
  if (status === 400 && WANTS_TLS.test(text)) return 'http.not_http';
  if (status === 401) return 'auth.required';
  if (status === 403 && /insufficient_scope/.test(headers['www-authenticate'] ?? '')) return 'auth.scope';
  if ((status === 403 || status === 503 || status === 429) && isChallenge(headers, text)) return 'http.challenged';
  if (status === 429) return 'http.rate_limited';
  if (status === 403 && HOST.test(text)) return 'http.host_rejected';
  if (rpc?.code === HEADER_MISMATCH) return 'mcp.header_mismatch';
  if (rpc?.code === UNSUPPORTED_VERSION) return 'mcp.unsupported_version';
  if (facts.inSession && (status === 404 || (status === 400 && SESSION.test(text)))) return 'mcp.session_lost';
  if (!facts.inSession && status !== 404 && SESSION_LIMIT.test(text)) return 'mcp.session_limit';
  if (rpc !== null && ![405, 406, 415, 502, 503, 504].includes(status)) {
    return status >= 400 && saysUnauthorized(rpc.message) ? 'auth.jsonrpc_unauthorized' : 'mcp.error_response';
  }
  return failureClassOfStatus(status) ?? 'http.client_error';
}

/** One sentence for people, with the fact that helps most; undefined where the class's own sentence says it all. */
export function describeStatus(failureClass: FailureClass, facts: StatusFacts): string | undefined {
  const { status, headers, rpc } = facts;
  if (failureClass === 'http.redirect')
    return `The server answers with a redirect (${status}) to ${cleanLine(headers.location ?? 'nowhere')}.`;
  if (rpc !== null && failureClass === 'mcp.error_response')
    return `The server answered HTTP ${status} with JSON-RPC error ${rpc.code}: ${rpc.message || 'no message'}.`;
  if (['http.client_error', 'http.server_error', 'http.unavailable', 'http.not_found'].includes(failureClass))
    return `The server answered HTTP ${status}.`;
  if (failureClass === 'mcp.initialized_refused')
    return `The server refused notifications/initialized with HTTP ${status}.`;
  return undefined;
}

/** `Retry-After` in ms: seconds or an HTTP date; null when absent or unreadable. At most a day. */
export function retryAfterMs(value: string | undefined, nowMs: number): number | null {
  if (value === undefined) return null;
  const ms = /^\d+$/.test(value.trim()) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 86_400_000) : null;
}

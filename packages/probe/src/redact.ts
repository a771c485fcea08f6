import type { ProbeTarget } from '@alivemcp/contracts';
import { secretsOf } from './auth/present.ts';
import { base64Pieces, maskSpelled } from './spellings.ts';

const MASK = '[redacted]';
const SECRET_HEADER =
  /^(authorization|proxy-authorization|cookie|set-cookie|mcp-session-id)$|api-?key|token|secret|password|credential/i;
const SECRET_PARAM = /token|secret|passw|credential|signature|session|api[-_]?key|^(key|sig|auth|code)$/i;
const PATTERNS: [RegExp, string][] = [
  // Not the parameters of a challenge: `Bearer realm="mcp"`.
  [/\b(Bearer|Basic)\s+(?![\w-]+=["\w])[A-Za-z0-9._~+/=-]{6,}/gi, `$1 ${MASK}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, MASK],
  [/\b(?:sk|pk|ghp|gho|ghs|xox[abp]|amcp|glpat)[-_][A-Za-z0-9_-]{12,}/g, MASK],
  [
    /("?(?:access_token|refresh_token|id_token|client_secret|api_?key|password|session_?id)"?\s*[:=]\s*"?)[^"&\s,}]{3,}/gi,
    `$1${MASK}`,
  ],
  [
    /([?&][\w-]{0,40}(?:token|secret|passw|signature|session|key|sig|auth|code)[\w-]{0,40}=)[^&\s"'<>#]+/gi,
    `$1${MASK}`,
  ],
];
const MIN_SECRET = 4;

/**
 * Takes secrets out of what a probe may show. `secrets` are literal values: our credential, tokens, session ids. They are
 * found however they are spelled: escaped for JSON, a URL or HTML, or inside base64.
 */
export function createRedactor(secrets: Iterable<string>) {
  const values = [...secrets].filter((s) => s.length >= MIN_SECRET).sort((a, b) => b.length - a.length);

  const text = (input: string): string => {
    let out = input;
    for (const value of values) {
      out = out.replaceAll(value, MASK);
      for (const piece of base64Pieces(value)) out = out.replaceAll(piece, MASK);
    }
    if (/[\\%&+]/.test(out)) out = maskSpelled(out, values, MASK);
    if (out.includes('…')) for (const value of values) out = maskCut(out, value);
    for (const [pattern, mask] of PATTERNS) out = out.replace(pattern, mask);
    return out;
  };

  const headers = (input: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(input).map(([name, value]) => [name, SECRET_HEADER.test(name) ? MASK : text(value)]),
    );

  const url = (input: string): string => {
    const parsed = URL.parse(input);
    if (parsed === null) return text(input);
    for (const name of [...parsed.searchParams.keys()])
      if (SECRET_PARAM.test(name)) parsed.searchParams.set(name, MASK);
    return text(parsed.href.replaceAll(encodeURIComponent(MASK), MASK));
  };

  return { text, headers, url };
}

/** A line that was shortened may end with the beginning of a secret. */
function maskCut(text: string, value: string): string {
  let out = text;
  for (let length = value.length - 1; length >= MIN_SECRET; length--)
    out = out.replaceAll(`${value.slice(0, length)}…`, `${MASK}…`);
  return out;
}

/** Values of a URL's query that are credentials by their names, and are no common words. */
export const secretsOfUrl = (url: URL): string[] =>
  (url.search === '' ? [] : [...url.searchParams])
    .filter(([name, { length }]) => length > 5 && SECRET_PARAM.test(name))
    .map(([, value]) => value);

/** A sentence that may quote the server, without the credential's own values. */
export function redactDetail(target: ProbeTarget, detail: string): string {
  const url = URL.parse(target.url);
  return createRedactor([...secretsOf(target.auth), ...(url === null ? [] : secretsOfUrl(url))]).text(detail);
}

import type { ProbeTarget } from '@alivemcp/contracts';
import { secretsOf } from './auth/present.ts';

const MASK = '[redacted]';
const SECRET_HEADER =
  /^(authorization|proxy-authorization|cookie|set-cookie|mcp-session-id)$|api-?key|token|secret|password|credential/i;
const SECRET_PARAM =
  /^(access_token|refresh_token|id_token|token|key|api_?key|secret|client_secret|password|sig|signature|code|session_?id)$/i;
const PATTERNS: [RegExp, string][] = [
  [/\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{6,}/gi, `$1 ${MASK}`],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, MASK],
  [/\b(?:sk|pk|ghp|gho|ghs|xox[abp]|amcp|glpat)[-_][A-Za-z0-9_-]{12,}/g, MASK],
  [
    /("?(?:access_token|refresh_token|id_token|client_secret|api_?key|password|session_?id)"?\s*[:=]\s*"?)[^"&\s,}]{3,}/gi,
    `$1${MASK}`,
  ],
];

/** Takes secrets out of what a probe may show. `secrets` are literal values: our credential, tokens, session ids. */
export function createRedactor(secrets: Iterable<string>) {
  const values = [...secrets].filter((s) => s.length >= 4).sort((a, b) => b.length - a.length);

  const text = (input: string): string => {
    let out = input;
    for (const value of values) out = out.replaceAll(value, MASK);
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

/** A sentence that may quote the server, without the credential's own values. */
export const redactDetail = (target: ProbeTarget, detail: string): string =>
  createRedactor(secretsOf(target.auth)).text(detail);

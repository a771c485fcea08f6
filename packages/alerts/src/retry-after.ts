/**
 * A `Retry-After` header (RFC 9110, 10.2.3: seconds or an HTTP date) as milliseconds from `now`;
 * null when it is missing or makes no sense.
 */
export function parseRetryAfter(header: string | string[] | undefined, now: number): number | null {
  const value = (Array.isArray(header) ? header[0] : header)?.trim();
  if (!value) return null;
  if (/^\d+$/.test(value)) {
    const ms = Number(value) * 1_000;
    return Number.isSafeInteger(ms) ? ms : null;
  }
  // An HTTP date starts with the name of a day; Date.parse alone would take "-5" for a year.
  const at = /^[A-Z][a-z]+,? /.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}

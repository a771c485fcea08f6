import type { FailureClass } from './failure-classes.ts';

const BY_STATUS: Partial<Record<number, FailureClass>> = {
  404: 'http.not_found',
  405: 'http.method_not_allowed',
  406: 'http.not_acceptable',
  410: 'http.not_found',
  415: 'http.unsupported_media_type',
  421: 'http.host_rejected',
  429: 'http.rate_limited',
  502: 'http.unavailable',
  503: 'http.unavailable',
  504: 'http.unavailable',
};

/** The failure class of an HTTP status by itself; null for 2xx. Body and headers may say more. */
export function failureClassOfStatus(status: number): FailureClass | null {
  if (status >= 200 && status < 300) return null;
  const known = BY_STATUS[status];
  if (known) return known;
  if (status >= 500) return 'http.server_error';
  if (status >= 400) return 'http.client_error';
  return status >= 300 ? 'http.redirect' : 'http.not_http';
}

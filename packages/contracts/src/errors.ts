/**
 * Every error the API can answer with: code → HTTP status and public title (RFC 9457).
 * `type` is the docs anchor `/docs/errors#<code>`.
 */
export const ERRORS = {
  bad_request: { status: 400, title: 'The request cannot be read' },
  unauthenticated: { status: 401, title: 'No valid API key or session' },
  wrong_credentials: { status: 401, title: 'Wrong email or password' },
  plan_limit: { status: 402, title: 'The plan does not allow more' },
  forbidden: { status: 403, title: 'Not allowed with this key' },
  not_found: { status: 404, title: 'No such thing here' },
  conflict: { status: 409, title: 'In conflict with the present state' },
  server_exists: { status: 409, title: 'This server is already registered' },
  slug_taken: { status: 409, title: 'This slug is taken' },
  idempotency_running: { status: 409, title: 'The same request is still running' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The body must be application/json' },
  invalid: { status: 422, title: 'Some fields are not valid' },
  url_invalid: { status: 422, title: 'The URL cannot be probed' },
  address_refused: { status: 422, title: 'Address not allowed' },
  server_unknown: { status: 422, title: 'Unknown server' },
  region_unknown: { status: 422, title: 'Unknown region' },
  channel_type_unavailable: { status: 422, title: 'This channel type is not available' },
  idempotency_mismatch: { status: 422, title: 'Idempotency-Key was used with another request' },
  setup_link_invalid: { status: 410, title: 'This link was used or has expired' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Our fault' },
  unavailable: { status: 503, title: 'Not ready' },
} as const;

export type ErrorCode = keyof typeof ERRORS;

export type FieldError = { pointer: string; message: string };

/** An error that reaches the caller as it is. `detail` is public text; never put a secret or a stranger's text in it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[];

  constructor(code: ErrorCode, detail: string, errors: FieldError[] = []) {
    super(detail);
    this.name = 'AppError';
    this.code = code;
    this.errors = errors;
  }

  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** One message for every refused address, so that the answer cannot be used to scan our network. */
export const REFUSED_MESSAGE = 'address not allowed';

export type GuardPhase = 'check' | 'dns' | 'tcp' | 'tls';

/**
 * Why no connection was made. `code`: `address_refused` or `url_invalid` (check); `not_found`, `temporary`, `timeout`,
 * `resolver_down` or `EMFILE` and the like (dns); `timeout`, `aborted` or the system's code such as `ECONNREFUSED`, `CERT_HAS_EXPIRED` (tcp, tls).
 */
export class GuardError extends Error {
  readonly phase: GuardPhase;
  readonly code: string;

  constructor(phase: GuardPhase, code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'GuardError';
    this.phase = phase;
    this.code = code;
  }
}

export const refused = (): GuardError => new GuardError('check', 'address_refused', REFUSED_MESSAGE);

/** The `code` of a system error, or its name. */
export function errorCode(error: unknown): string {
  if (error instanceof Error) {
    if ('code' in error && typeof error.code === 'string') return error.code;
    return error.name;
  }
  return 'unknown';
}

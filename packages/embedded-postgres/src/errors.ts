export type EmbeddedPostgresErrorCode =
  | 'unsupported_platform'
  | 'binaries_missing'
  | 'no_unprivileged_user'
  | 'unsafe_directory'
  | 'initdb_failed'
  | 'wrong_major_version'
  | 'password_missing'
  | 'start_failed'
  | 'stop_failed';

/** Says in plain words what stopped the embedded database, and what to do about it. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'EmbeddedPostgresError';
    this.code = code;
  }
}

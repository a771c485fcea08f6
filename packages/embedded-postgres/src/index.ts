export { EmbeddedPostgresError } from './errors.ts';
export { freePort } from './free-port.ts';
export { type DataDirLock, DataDirLockedError, lockDataDir } from './lock-data-dir.ts';
export { type EmbeddedPostgres, type StartPostgresOptions, startPostgres } from './start-postgres.ts';
export { stopLeftoverPostgres } from './stop-leftover.ts';

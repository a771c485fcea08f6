/** Settings for a database that shares one machine with the product. Durability stays on; the footprint is small. */
const SETTINGS: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  max_wal_size: '512MB',
  // No replicas here, so the log need not carry what only they read.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Parallel queries want shared memory that small containers (64 MB /dev/shm) do not have.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  jit: 'off',
  // Queue tables are rewritten all day long.
  autovacuum_naptime: '15s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};

/** Command line arguments for `postgres`; `overrides` win. */
export function serverArguments(port: number, overrides: Record<string, string> = {}): string[] {
  const settings = { ...SETTINGS, ...overrides, port: String(port) };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

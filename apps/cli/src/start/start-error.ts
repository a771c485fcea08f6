import { ConfigError, formatFaults } from '@alivemcp/config';
import { DataDirLockedError, EmbeddedPostgresError } from '@alivemcp/embedded-postgres';
import { DemoError } from '../demo/demo-error.ts';

/** What a failed start says: a plain sentence for what people can mend, the whole error for our own faults. */
export function startErrorText(error: unknown): string {
  if (error instanceof ConfigError) return formatFaults(error.faults);
  const isPlain = [DataDirLockedError, EmbeddedPostgresError, DemoError].some((kind) => error instanceof kind);
  if (isPlain) return (error as Error).message;
  const { code, message, stack } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') return `The address is in use (${message}). Set PORT to another port.`;
  if (code === 'EACCES') return `Not allowed: ${message}`;
  if (code === 'ECONNREFUSED') return `Cannot reach the database or Redis: ${message}`;
  return stack ?? String(error);
}

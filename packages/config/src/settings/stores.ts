import type { Reader } from '../reader.ts';
import { urlSchema } from '../url-schema.ts';

const databaseUrl = urlSchema(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/alivemcp');
const redisUrl = urlSchema(['redis:', 'rediss:'], 'redis://host:6379/0');

/** null means: the embedded database. */
export function readDatabaseUrl(reader: Reader): string | null {
  return reader.read<string | null>('DATABASE_URL', databaseUrl, null);
}

export function readRequiredDatabaseUrl(reader: Reader): string {
  if (!reader.text('DATABASE_URL')) reader.fault('DATABASE_URL', 'is required, except by "alivemcp start"');
  return readDatabaseUrl(reader) ?? '';
}

/** null means: the queue lives in PostgreSQL. */
export function readRedisUrl(reader: Reader): string | null {
  return reader.read<string | null>('REDIS_URL', redisUrl, null);
}

import { type DestinationStream, destination, type Logger, pino } from 'pino';
import { prettyStream } from './pretty-stream.ts';
import { REDACTED_PATHS } from './redacted-paths.ts';

export type { Logger };

export type LoggerOptions = {
  /** The process: api, engine, prober, start. */
  name: string;
  /** A pino level, or `silent`. */
  level: string;
  /** Lines for people instead of JSON. */
  pretty?: boolean;
  /** Where lines go; stderr by default, since stdout belongs to what a command prints. */
  stream?: DestinationStream;
};

/** A pino logger that keeps secrets out by name. That is the second wall: do not log secrets in the first place. */
export function createLogger(options: LoggerOptions): Logger {
  const { name, level, pretty = false, stream = destination({ fd: 2, sync: true }) } = options;
  return pino(
    {
      name,
      level,
      base: { name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: plainError },
      redact: { paths: REDACTED_PATHS, censor: '[redacted]' },
    },
    pretty ? prettyStream(stream) : stream,
  );
}

/**
 * An error without the objects that drivers hang on it: a database client is pages long. The message of a failed statement
 * ends with its values (hashes, addresses), so only the statement is kept.
 */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, code, cause } = error as NodeJS.ErrnoException;
  const failed = 'query' in error && 'params' in error ? `Failed query: ${error.query}` : null;
  return {
    type: name,
    message: failed ?? error.message,
    code,
    stack: failed === null ? error.stack : error.stack?.replace(error.message, failed),
    cause: cause === undefined ? undefined : plainError(cause),
  };
}

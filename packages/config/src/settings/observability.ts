import { z } from 'zod';
import type { Reader } from '../reader.ts';
import { urlSchema } from '../url-schema.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export type LogLevel = (typeof LEVELS)[number];
export type ObservabilitySettings = { logLevel: LogLevel; otlpEndpoint: string | null };

const level = z
  .string()
  .transform((text) => text.toLowerCase())
  .pipe(z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`));
const endpoint = urlSchema(['http:', 'https:'], 'http://collector:4318');

export function readObservability(reader: Reader): ObservabilitySettings {
  return {
    logLevel: reader.read<LogLevel>('LOG_LEVEL', level, 'info'),
    otlpEndpoint: reader.read<string | null>('OTEL_EXPORTER_OTLP_ENDPOINT', endpoint, null),
  };
}

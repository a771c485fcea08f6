import { z } from 'zod';
import type { Reader } from '../reader.ts';

export type ProbingSettings = {
  /** What answers whenever the prober's own network works. */
  anchors: { host: string; port: number }[];
  /** Most that results may take of the disk while the database is away. */
  bufferBytes: number;
};

const MEGABYTE = 1024 * 1024;
const DEFAULT_BUFFER_MB = 512;

const anchor = z
  .string()
  .trim()
  .regex(/^(\[[0-9a-fA-F:.]+\]|[a-zA-Z0-9.-]+):\d{1,5}$/)
  .transform((text) => {
    const colon = text.lastIndexOf(':');
    return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(text.slice(colon + 1)) };
  })
  .refine(({ port }) => port >= 1 && port <= 65_535);
const anchors = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(anchor, 'must be a comma list of host:port, such as 1.1.1.1:443,example.com:443'));
const megabytes = z
  .string()
  .regex(/^\d{1,7}$/, 'must be a whole number of megabytes')
  .transform(Number)
  .refine((mb) => mb >= 1, 'must be at least 1');

export function readProbing(reader: Reader): ProbingSettings {
  return {
    anchors: reader.read<ProbingSettings['anchors']>('ALIVEMCP_ANCHORS', anchors, []),
    bufferBytes: reader.read('ALIVEMCP_BUFFER_MB', megabytes, DEFAULT_BUFFER_MB) * MEGABYTE,
  };
}

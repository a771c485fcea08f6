import type { FailureClass } from '@alivemcp/contracts';
import { type ClassCases, tool } from './class-case.ts';

/** The limits themselves, from both sides: `limits.test.ts`. */
export const LIMIT = {
  'limit.headers': [{ name: 'huge headers', behaviour: { fault: 'huge-headers' } }],
  'limit.body': [{ name: '3 MiB', behaviour: { fault: 'big-body' } }],
  'limit.decoded': [{ name: 'a gzip bomb', behaviour: { fault: 'gzip-bomb' } }],
  'limit.depth': [{ name: '200 arrays deep', behaviour: { fault: 'deep-json' } }],
  'limit.tools': [{ name: '5,001 tools', behaviour: { tools: Array.from({ length: 5001 }, (_, i) => tool(`t${i}`)) } }],
  'limit.events': [{ name: 'SSE flood', behaviour: { fault: 'sse-flood' } }],
} satisfies Partial<Record<FailureClass, ClassCases>>;

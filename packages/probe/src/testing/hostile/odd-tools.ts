import fc from 'fast-check';
import type { Json } from './change-json.ts';
import { FRESH, message } from './healthy-message.ts';
import { hostility, response } from './hostility.ts';

const KEYS = [
  'type',
  '$ref',
  '$defs',
  'properties',
  'items',
  'x-mcp-header',
  'enum',
  'anyOf',
  '__proto__',
  'constructor',
  '',
];
const { schema } = fc.letrec<{ schema: Json }>((tie) => ({
  schema: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(
      'object',
      'string',
      '#/$defs/a',
      '#/properties',
      '#',
      'https://x.test/s',
      '~1~0',
      'Region',
      null,
      1,
      true,
    ),
    fc.array(tie('schema'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...KEYS), fc.string()), tie('schema'), { maxKeys: 5 }),
  ),
}));
const oddTool = fc.record(
  {
    name: fc.oneof(fc.string({ unit: 'binary' }), schema),
    title: schema,
    inputSchema: schema,
    outputSchema: schema,
    icons: schema,
  },
  { requiredKeys: [] },
);

export const oddTools = hostility(
  fc.record({
    pages: fc.array(fc.array(fc.oneof(oddTool, schema), { maxLength: 6 }), { minLength: 1, maxLength: 3 }),
    cursor: fc.oneof(fc.constant(undefined), fc.string({ unit: 'binary' }), schema),
  }),
  (asked, { pages, cursor }) => {
    if (asked.method !== 'tools/list') return { bytes: response(message(asked, [])), after: 'keep' };
    const tools = pages[(Number(asked.id) - 2) % pages.length] ?? [];
    const result = { ...FRESH, tools, nextCursor: cursor };
    return { bytes: response(JSON.stringify({ jsonrpc: '2.0', id: asked.id, result })), after: 'keep' };
  },
);

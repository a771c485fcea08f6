import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryTools } from '../arbitrary-tools.ts';
import { canonicalToolList } from '../canonical/canonical-tool-list.ts';
import { cpuMs } from '../cpu-ms.ts';
import { tokenCost } from './token-cost.ts';

const order = {
  name: 'get_order',
  description: 'Finds an order by its number and returns its lines, its state and the day it was placed.',
  inputSchema: {
    type: 'object',
    properties: { number: { type: 'string', description: 'Number of the order, such as A-1042' } },
    required: ['number'],
  },
};

// 63 by the tokenizer o200k_base.
test('is near to what a tokenizer counts', () => {
  expect(tokenCost([order])).toBeGreaterThan(56);
  expect(tokenCost([order])).toBeLessThan(70);
});

test('grows by each tool, with its name, description and schema', () => {
  expect(tokenCost([])).toBe(0);
  expect(tokenCost([order, order])).toBe(2 * tokenCost([order]));
  for (const member of ['description', 'inputSchema']) {
    expect(tokenCost([{ ...order, [member]: undefined }])).toBeLessThan(tokenCost([order]));
  }
});

test('counts nothing that no model is told', () => {
  const more = {
    title: 'Order',
    outputSchema: order.inputSchema,
    annotations: { readOnlyHint: true },
    _meta: { a: 1 },
  };
  expect(tokenCost([{ ...order, ...more }])).toBe(tokenCost([order]));
  expect(tokenCost([null, 7, [], { description: 'nameless' }])).toBe(0);
});

test('lists of one hash cost the same', () => {
  fc.assert(
    fc.property(arbitraryTools, (tools) => {
      const cost = tokenCost(tools);
      expect(Number.isSafeInteger(cost)).toBe(true);
      expect(tokenCost(canonicalToolList(tools).tools)).toBe(cost);
    }),
  );
});

test.each(['a,', ' ', '\n ', '中、', '😀', '\u0000', 'x\u200d'])('a long row of %j takes no long time', (piece) => {
  const started = cpuMs();
  tokenCost([{ name: 't', description: piece.repeat(2_000_000 / piece.length) }]);
  expect(cpuMs() - started).toBeLessThan(4000);
});

test('nesting of any depth does not overflow the stack', () => {
  const inputSchema = JSON.parse(`${'{"items":'.repeat(100_000)}1${'}'.repeat(100_000)}`);
  expect(tokenCost([{ name: 't', inputSchema }])).toBeGreaterThan(0);
});

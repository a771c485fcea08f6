import fc from 'fast-check';

/** JSON texts that parsers, printers and prototypes stumble over. */
const ODD_JSON = [
  'null',
  '0',
  '-1',
  '1e999',
  '-0',
  '123456789012345678901234567890',
  '""',
  '"\\ud800"',
  '"a\\u202eb\\u0000\\u2028"',
  '"2026-07-28"',
  '"$ref"',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"hasOwnProperty":2}',
  '{"a":1,"a":2}',
  '{"$ref":"#/%"}',
  '{"type":"object","$ref":"#/__proto__/x","x-mcp-header":null}',
  `"${'x'.repeat(70_000)}"`,
  `${'['.repeat(63)}${']'.repeat(63)}`,
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `[${'0,'.repeat(150_000)}0]`,
  `{"$ref":"#","enum":[${'0,'.repeat(150_000)}0]}`,
  `[${'{},'.repeat(6000)}{}]`,
];
export const oddJson = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ODD_JSON) },
  { weight: 1, arbitrary: fc.json() },
);

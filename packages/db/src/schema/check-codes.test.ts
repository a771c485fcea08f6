import { PHASE_NAMES, PROBE_REASONS } from '@alivemcp/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decodePhases,
  decodeProtocol,
  decodeReason,
  encodePhases,
  encodeProtocol,
  PHASES_BY_CODE,
  REASON_LETTERS,
} from './check-codes.ts';

const phase = fc.record({
  name: fc.constantFrom(...PHASE_NAMES),
  ms: fc.integer({ min: 0, max: 6_000_000 }).map((tenths) => tenths / 10),
  ok: fc.boolean(),
});

test('phases come back as they were, to a tenth of a millisecond', () => {
  fc.assert(
    fc.property(fc.array(phase), (phases) => {
      expect(decodePhases(encodePhases(phases))).toEqual(phases);
    }),
  );
});

test('a phase of more than an hour fits', () => {
  const [code] = encodePhases([{ name: 'close', ms: 1e9, ok: true }]);
  expect(code).toBeLessThan(2 ** 31);
});

// What is on disk is read by these: a name is added at the end, and none is taken away.
test('codes stay', () => {
  expect(PHASES_BY_CODE.slice(0, 13).join()).toBe(
    'dns,tcp,tls,auth,stream,discover,initialize,initialized,tools,lists,call,truth,close',
  );
  expect(encodePhases([{ name: 'initialize', ms: 12.3, ok: true }])).toEqual([123 * 64 + 6 * 2 + 1]);
  expect(encodeProtocol({ version: '2026-07-28', era: 'modern', transport: 'sse' })).toBe(20260728 * 4 + 3);
});

test('a protocol comes back as it was', () => {
  for (const version of ['2024-10-07', '2026-07-28'])
    for (const era of ['legacy', 'modern'] as const)
      for (const transport of ['sse', 'streamable-http'] as const) {
        const protocol = { version, era, transport };
        expect(decodeProtocol(encodeProtocol(protocol))).toEqual(protocol);
      }
  expect(encodeProtocol(null)).toBeNull();
  expect(encodeProtocol({ version: 'next', era: 'modern', transport: 'sse' })).toBeNull();
});

test('a reason is its first letter, which is no other’s', () => {
  for (const reason of PROBE_REASONS) {
    expect(REASON_LETTERS[reason]).toBe(reason.charAt(0));
    expect(decodeReason(reason.charAt(0))).toBe(reason);
  }
  expect(() => decodeReason('x')).toThrow('letter x');
});

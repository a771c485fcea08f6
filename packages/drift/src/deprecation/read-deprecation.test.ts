import { describe, expect, test } from 'vitest';
import { cpuMs } from '../cpu-ms.ts';
import { readDeprecation } from './read-deprecation.ts';

const read = (description: string) => readDeprecation({ name: 't', description });

describe('a description that says so', () => {
  test.each<[string, object]>([
    ['[DEPRECATED] Finds an order.', {}],
    ['(deprecated) Finds an order.', {}],
    ['**Deprecated**: use find_order.', {}],
    ['⚠️ DEPRECATED - use find_order instead.', {}],
    ['Deprecated. Use find_order.', {}],
    ['DEPRECATED', {}],
    ['Deprecated: will be removed in 90 days.', { removalWindowDays: 90 }],
    ['Finds an order. [deprecated]', {}],
    ['Finds an order (DEPRECATED)', {}],
    ['Finds an order. @deprecated use find_order', {}],
    ['Finds an order. DEPRECATED: use find_order.', {}],
    ['Finds an order. This tool is deprecated.', {}],
    ['Finds an order. The tool has been deprecated in favour of find_order.', {}],
    ['Finds an order. Deprecated since v2.3.0. Removal after 6 months.', { since: 'v2.3.0', removalWindowDays: 180 }],
    ['Deprecated since 2026-01-15, will be removed on 2026-12-01.', { since: '2026-01-15', removalDate: '2026-12-01' }],
    ['This tool will be removed on 1 December 2026.', { removalDate: '2026-12-01' }],
    ['Finds an order. It will be removed after Dec 1st, 2026.', { removalDate: '2026-12-01' }],
    ['This tool will be removed in 2 weeks.', { removalWindowDays: 14 }],
    ['[DEPRECATED] Will be removed in v3.', {}],
    ['[DEPRECATED] Removed on 2026-13-45.', {}],
    ['[DEPRECATED] Returns orders of the last 90 days.', {}],
  ])('%s', (description, facts) => {
    expect(read(description)).toEqual({ deprecated: true, ...facts });
  });
});

describe('a description that speaks of something else', () => {
  test.each([
    'Finds an order.',
    'Lists deprecated endpoints of an API.',
    'Checks whether a package is deprecated.',
    'Deprecated packages of a project, with what replaces them.',
    'Tells if a package has been deprecated by its author.',
    'Deletes files; those in the bin will be removed in 30 days.',
    'Set includeDeprecated to true to see old fields too.',
    'Says of a form that it uses enumNames (deprecated)',
    'Shows which version deprecated a function.',
    '',
  ])('%s', (description) => {
    expect(read(description)).toBeNull();
  });
});

describe('members that say so', () => {
  test.each<[object, object | null]>([
    [{ deprecated: true }, {}],
    [{ deprecated: false }, null],
    [{ _meta: { deprecated: true } }, {}],
    [{ _meta: { 'com.example/deprecated': 'use find_order' } }, {}],
    [{ _meta: { deprecated: 'will be removed in 30 days' } }, { removalWindowDays: 30 }],
    [{ _meta: { deprecated: 'no' } }, null],
    [
      { _meta: { deprecation: { since: '1.4.0', removalDate: '2026-12-01' } } },
      { since: '1.4.0', removalDate: '2026-12-01' },
    ],
    [{ _meta: { deprecation: { removal_window_days: 30.5 } } }, { removalWindowDays: 30 }],
    [{ _meta: { deprecation: { deprecated: false, since: '1' } } }, null],
    [{ annotations: { deprecated: true } }, {}],
    [{ inputSchema: { properties: { deprecated: true } } }, null],
    [{ _meta: null }, null],
  ])('%j', (members, facts) => {
    expect(readDeprecation({ name: 't', ...members })).toEqual(facts && { deprecated: true, ...facts });
  });

  test.each([null, 7, [], 'deprecated'])('%j is no tool', (tool) => {
    expect(readDeprecation(tool)).toBeNull();
  });
});

test('a huge description takes no long time', () => {
  const started = cpuMs();
  for (const piece of ['deprecated ', 'removed in ', '[', 'this tool ']) read(piece.repeat(200_000));
  expect(cpuMs() - started).toBeLessThan(2000);
});

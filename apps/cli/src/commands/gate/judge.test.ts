import { canonicalToolList } from '@alivemcp/drift';
import { probed } from '@alivemcp/testkit';
import { expect, test } from 'vitest';
import type { Expected } from './expected.ts';
import { judge } from './judge.ts';

const anything: Expected = { version: null, snapshot: null, failOn: 'breaking' };
const snapshot = { list: canonicalToolList([{ name: 'search' }]), version: '1.2.3', era: 'legacy' };

const reasons = (result: Parameters<typeof probed>[0], expected: Partial<Expected> = {}) =>
  judge(probed(result), { ...anything, ...expected }).unmet.map(({ reason }) => reason);

test('a good server is good', () => {
  expect(judge(probed(), anything)).toEqual({ unmet: [], comparison: null });
});

test.each([
  [{ outcome: 'down', class: 'tcp.refused', tools: null }, 'not_up'],
  [{ outcome: 'degraded', class: 'http.rate_limited', tools: null }, 'not_up'],
  [{ outcome: 'down', class: 'mcp.tools_empty', tools: [] }, 'not_up'],
  [{ outcome: 'up', posture: 'auth_required', class: 'auth.required', tools: null }, 'credentials_needed'],
  [{ outcome: 'degraded', posture: 'auth_required', class: 'auth.undiscoverable', tools: null }, 'credentials_needed'],
  [{ outcome: 'up', posture: 'credential_rejected', class: 'auth.rejected', tools: null }, 'credentials_needed'],
  [{ outcome: 'unknown', class: 'observer.network', tools: null }, 'not_observed'],
  [{ outcome: 'unknown', class: 'target.refused', tools: null }, 'target_refused'],
] as const)('%o is %s', (result, reason) => {
  expect(reasons({ ...result, tools: result.tools && [...result.tools] })).toEqual([reason]);
});

test.each([
  ['1.2.3', []],
  ['v1.2.3', []],
  ['1.2.4', ['wrong_version']],
  ['1.2', ['wrong_version']],
])('expected version %s', (version, expected) => {
  expect(reasons({}, { version })).toEqual(expected);
});

test('a server without a version is not of any', () => {
  expect(reasons({ serverInfo: null }, { version: '1.2.3' })).toEqual(['wrong_version']);
});

test('all that does not hold is told, the state first', () => {
  const result = { outcome: 'degraded', class: 'mcp.tool_malformed', tools: [{ name: 'book' }] } as const;
  const expected = { snapshot, version: '2.0.0' };
  expect(reasons({ ...result, tools: [...result.tools] }, expected)).toEqual([
    'not_up',
    'wrong_version',
    'tools_changed',
  ]);
});

test('what was not listed is not compared', () => {
  const result = probed({ outcome: 'down', class: 'tcp.refused', tools: null });
  expect(judge(result, { ...anything, snapshot }).comparison).toBeNull();
});

test.each([
  ['breaking', []],
  ['behavioural', ['tools_changed']],
  ['additive', ['tools_changed']],
  ['any', ['tools_changed']],
] as const)('a new description with --fail-on %s', (failOn, expected) => {
  expect(reasons({ tools: [{ name: 'search', description: 'x' }] }, { snapshot, failOn })).toEqual(expected);
});

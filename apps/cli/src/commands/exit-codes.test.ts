import { probed } from '@alivemcp/testkit';
import { expect, test } from 'vitest';
import { exitCodeOf, exitCodeOfGate } from './exit-codes.ts';

test.each([
  [{ outcome: 'up', posture: 'open' }, 0],
  [{ outcome: 'up', posture: 'credentialed' }, 0],
  [{ outcome: 'down', posture: 'open', class: 'tcp.refused' }, 1],
  [{ outcome: 'degraded', posture: 'open', class: 'http.rate_limited' }, 2],
  [{ outcome: 'degraded', posture: 'auth_required', class: 'auth.undiscoverable' }, 2],
  [{ outcome: 'up', posture: 'auth_required', class: 'auth.required' }, 3],
  [{ outcome: 'up', posture: 'credential_rejected', class: 'auth.rejected' }, 3],
  [{ outcome: 'unknown', posture: 'open', class: 'target.refused' }, 64],
  [{ outcome: 'unknown', posture: 'open', class: 'observer.network' }, 70],
] as const)('%o exits %i', (facts, code) => {
  expect(exitCodeOf(probed(facts))).toBe(code);
});

test.each([
  [null, 0],
  ['not_up', 1],
  ['credentials_needed', 1],
  ['wrong_version', 1],
  ['tools_changed', 1],
  ['not_confirmed', 1],
  ['target_refused', 64],
  ['not_observed', 70],
] as const)('a gate that ends with %s exits %i', (reason, code) => {
  expect(exitCodeOfGate(reason)).toBe(code);
});

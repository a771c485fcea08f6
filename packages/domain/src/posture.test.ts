import type { Outcome, Posture } from '@alivemcp/contracts';
import { expect, test } from 'vitest';
import { agreedPosture } from './posture.ts';
import type { FreshReport } from './quorum.ts';

const report = (posture: Posture, outcome: Exclude<Outcome, 'unknown'> = 'up'): FreshReport => ({
  region: 'r',
  outcome,
  posture,
  class: null,
  summary: null,
  checkedAt: 0,
  runSince: 0,
  runLength: 1,
});

test('most regions decide', () =>
  expect(agreedPosture([report('open'), report('open'), report('auth_required')])).toBe('open'));
test('the more telling one on a tie', () =>
  expect(agreedPosture([report('credentialed'), report('credential_rejected')])).toBe('credential_rejected'));
test('a region that could not reach the server does not know its posture', () =>
  expect(agreedPosture([report('open', 'down')])).toBeNull());

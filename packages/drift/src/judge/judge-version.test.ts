import { expect, test } from 'vitest';
import { judgeVersion } from './judge-version.ts';

test.each([
  ['breaking', '1.2.3', '2.0.0', 'honest'],
  ['breaking', '1.2.3', '1.3.0', 'understated'],
  ['breaking', '1.2.3', '1.2.3', 'understated'],
  ['breaking', '0.2.3', '0.3.0', 'honest'],
  ['breaking', '0.2.3', '0.2.4', 'understated'],
  ['breaking', '0.0.3', '0.0.4', 'honest'],
  ['breaking', '2.0.0', '1.9.0', 'honest'],
  ['behavioural', '1.2.3', '1.3.0', 'honest'],
  ['behavioural', '1.2.3', '1.2.4', 'understated'],
  ['additive', '1.2.3', '1.2.4', 'understated'],
  ['additive', '0.2.3', '0.2.4', 'honest'],
  ['additive', '0.9.0', '1.0.0', 'honest'],
  ['additive', '1.2.3', '2.0.0', 'overstated'],
  ['cosmetic', '1.2.3', '1.2.3', 'honest'],
  ['cosmetic', '1.2.3', '1.2.4', 'honest'],
  ['cosmetic', '1.2.3', '2.0.0', 'overstated'],
  ['breaking', '2.0.0-beta.1', '2.0.0-beta.2', 'honest'],
  ['breaking', '2.0.0-rc.1', '2.0.0', 'honest'],
  ['breaking', '1.0.0+a', '1.0.0+b', 'understated'],
  ['breaking', 'v1.0', 'v2.0', 'honest'],
  ['breaking', null, '1.0.0', 'unversioned'],
  ['breaking', '1.0.0', null, 'unversioned'],
  ['breaking', 'latest', 'latest', 'unversioned'],
  ['breaking', '2026.01.02', '2026.01.03', 'unversioned'],
  ['breaking', `1.${'9'.repeat(300)}.0`, '2.0.0', 'unversioned'],
] as const)('%s: %s → %s is %s', (worst, from, to, verdict) => {
  expect(judgeVersion(worst, from, to)).toBe(verdict);
});

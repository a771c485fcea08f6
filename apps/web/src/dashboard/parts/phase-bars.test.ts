import { expect, it } from 'vitest';
import { howItWent, phaseBars } from './phase-bars.ts';

it('lays the phases one after another', () => {
  const phases = [
    { name: 'dns', ms: 10, ok: true },
    { name: 'tcp', ms: 30, ok: true },
  ] as const;
  expect(phaseBars(phases, 80)).toEqual([
    { left: 0, width: 12.5 },
    { left: 12.5, width: 37.5 },
  ]);
});

it('draws nothing of no time at all', () => {
  expect(phaseBars([{ name: 'dns', ms: 0, ok: true }], 0)).toEqual([{ left: 0, width: 0 }]);
});

it('calls a declined question no failure of a server that is up', () => {
  const discover = { name: 'discover', ms: 1, ok: false } as const;
  expect(howItWent(discover, 'up')).toBe('no');
  expect(howItWent(discover, null)).toBe('no');
  expect(howItWent(discover, 'down')).toBe('failed');
  expect(howItWent({ name: 'tcp', ms: 1, ok: false }, null)).toBe('failed');
});

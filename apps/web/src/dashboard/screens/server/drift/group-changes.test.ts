import type { DriftChange, DriftClass } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { groupChanges } from './group-changes.ts';

const change = (driftClass: DriftClass, pointer: string) => ({ class: driftClass, pointer }) as DriftChange;

it('puts the worst class first and keeps the order within a class', () => {
  const groups = groupChanges([
    change('cosmetic', '/1'),
    change('breaking', '/2'),
    change('additive', '/3'),
    change('breaking', '/4'),
  ]);
  expect(groups.map(({ driftClass, changes }) => [driftClass, changes.map(({ pointer }) => pointer)])).toEqual([
    ['breaking', ['/2', '/4']],
    ['additive', ['/3']],
    ['cosmetic', ['/1']],
  ]);
});

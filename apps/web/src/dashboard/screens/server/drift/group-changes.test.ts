import type { ContractPart, DriftChange, DriftClass } from '@alivemcp/contracts';
import { expect, it } from 'vitest';
import { groupChanges } from './group-changes.ts';

const change = (driftClass: DriftClass, pointer: string, part?: ContractPart) =>
  ({ class: driftClass, pointer, part }) as DriftChange;

it('puts the worst class first and keeps the order within a class', () => {
  const groups = groupChanges([
    change('cosmetic', '/1'),
    change('breaking', '/2'),
    change('additive', '/3'),
    change('breaking', '/4'),
  ]);
  expect(
    groups.map(({ driftClass, parts }) => [
      driftClass,
      parts.flatMap(({ changes }) => changes.map(({ pointer }) => pointer)),
    ]),
  ).toEqual([
    ['breaking', ['/2', '/4']],
    ['additive', ['/3']],
    ['cosmetic', ['/1']],
  ]);
});

it('tells what is not about tools by its part, tools first', () => {
  const [group] = groupChanges([
    change('breaking', '/review', 'prompts'),
    change('breaking', '/search'),
    change('breaking', '/logging', 'capabilities'),
    change('breaking', '/plan', 'prompts'),
  ]);
  expect(group?.parts.map(({ part, changes }) => [part, changes.map(({ pointer }) => pointer)])).toEqual([
    ['tools', ['/search']],
    ['capabilities', ['/logging']],
    ['prompts', ['/review', '/plan']],
  ]);
});

import { expect, it } from 'vitest';
import { gateBody } from './gate-body.ts';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

it('expects only what was filled in', () => {
  expect(gateBody('srv_x', form({ timeoutMs: '300000', expectVersion: ' ', expectHash: '' }))).toEqual({
    serverId: 'srv_x',
    timeoutMs: 300_000,
  });
  expect(gateBody('srv_x', form({ timeoutMs: '60000', expectVersion: ' v1.4.0 ', expectHash: 'ab' }))).toEqual({
    serverId: 'srv_x',
    timeoutMs: 60_000,
    expectVersion: 'v1.4.0',
    expectHash: 'ab',
  });
});

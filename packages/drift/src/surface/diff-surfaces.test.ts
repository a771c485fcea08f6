import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitrarySurface } from '../arbitrary-surface.ts';
import { cpuMs } from '../cpu-ms.ts';
import { MAX_CHANGES } from '../diff/worst-changes.ts';
import { canonicalSurface } from './canonical-surface.ts';
import { diffSurfaces } from './diff-surfaces.ts';

const told = (before: Record<string, unknown>, after: Record<string, unknown>) =>
  diffSurfaces(before, after).map(({ summary }) => summary);

test('equal hashes give no change, different ones over the same parts at least one', () => {
  fc.assert(
    fc.property(arbitrarySurface, arbitrarySurface, (left, right) => {
      const a = canonicalSurface(left);
      const b = canonicalSurface({ ...right, lists: { ...left.lists, ...right.lists } });
      const read = Object.fromEntries(Object.entries(b.content).filter(([part]) => part in a.content));
      const same = JSON.stringify(read) === JSON.stringify(a.content);
      expect(diffSurfaces(a.content, b.content).length === 0).toBe(same);
      expect(diffSurfaces(a.content, a.content)).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test('every change has a part, one clean line, a class and a pointer', () => {
  fc.assert(
    fc.property(arbitrarySurface, arbitrarySurface, (left, right) => {
      for (const change of diffSurfaces(canonicalSurface(left).content, canonicalSurface(right).content)) {
        expect(change).toMatchObject({ tool: null, part: expect.stringMatching(/^[a-zA-Z]+$/) });
        expect(change.summary).toMatch(/^[A-Z][^\p{Cc}\p{Cs}]+\.$/u);
        expect(change.pointer).toMatch(/^(?:\/(?:[^~/]|~[01])*)*$/u);
      }
    }),
  );
});

test('a part that one of the two did not read gives no change', () => {
  const read = { prompts: [{ name: 'p' }], resources: [], instructions: 'x' };
  expect(told({ resources: [] }, read)).toEqual([]);
  expect(told(read, {})).toEqual([]);
  expect(told({ prompts: null }, read)).toEqual([]);
});

describe('sentences', () => {
  test.each<[object, object, string[]]>([
    [
      { serverInfo: { name: 'shop' } },
      { serverInfo: { name: 'store' } },
      ['The server is now called "store", was "shop".'],
    ],
    [{ serverInfo: null }, { serverInfo: { name: 'store' } }, ['The server is now called "store", was nothing.']],
    [{ instructions: null }, { instructions: 'x' }, ['The instructions were added.']],
    [{ instructions: 'x' }, { instructions: 'y' }, ['The instructions changed.']],
    [
      { capabilities: { logging: {}, resources: { subscribe: true } } },
      { capabilities: { prompts: {}, resources: { subscribe: false, listChanged: false } } },
      [
        'Capability "logging" was removed.',
        'Capability "resources": subscribe is now false, was true.',
        'Capability "prompts" was added.',
        'Capability "resources": listChanged was added as false.',
      ],
    ],
    [{ capabilities: { tools: {} } }, { capabilities: { tools: 1 } }, ['Capability "tools" changed.']],
    [{ capabilities: null }, { capabilities: {} }, ['What the server declares changed.']],
    [
      { prompts: [{ name: 'p', arguments: [{ name: 'a' }, { name: 'b', required: true }, { name: 'c' }] }] },
      {
        prompts: [
          {
            name: 'p',
            arguments: [{ name: 'a', required: true }, { name: 'b' }, { name: 'd' }, { name: 'e', required: true }],
          },
        ],
      },
      [
        'Prompt "p": argument "a" is now required.',
        'Prompt "p": argument "c" was removed.',
        'Prompt "p": required argument "e" was added.',
        'Prompt "p": argument "b" is now optional.',
        'Prompt "p": optional argument "d" was added.',
      ],
    ],
    [{ prompts: [{ name: 'p', arguments: [] }] }, { prompts: [{ name: 'p' }] }, ['Prompt "p": arguments was removed.']],
    [
      { resources: [{ uri: 'a:b', mimeType: 'text/plain', title: 'x' }] },
      { resources: [{ uri: 'a:b', mimeType: 'text/html', annotations: { priority: 1 } }] },
      [
        'Resource "a:b": annotations was added.',
        'Resource "a:b": mimeType changed.',
        'Resource "a:b": title was removed.',
      ],
    ],
    [
      { resourceTemplates: [{ uriTemplate: 'a:{b}' }, 7] },
      { resourceTemplates: [{ uriTemplate: 'a:{b}' }, { uriTemplate: 'a:{b}', title: 'x' }] },
      ['An entry without a name or an address was removed.', 'A second resource template "a:{b}" was added.'],
    ],
  ])('%j → %j', (before, after, expected) => {
    expect(told({ ...before }, { ...after })).toEqual(expected);
  });
});

describe('hostile surfaces', () => {
  test('more changes than can be listed are counted, and long texts quoted in part', () => {
    const prompts = Array.from({ length: 5000 }, (_, index) => ({ name: `p${index}` }));
    const changes = diffSurfaces(
      { prompts: [], instructions: 'x'.repeat(1e6) },
      { prompts, instructions: 'y'.repeat(1e6) },
    );
    expect(changes).toHaveLength(MAX_CHANGES);
    expect(changes[0]?.kind).toBe('instructions_changed');
    expect(JSON.stringify(changes).length).toBeLessThan(500_000);
  });

  test.each<[string, (turn: number) => Record<string, unknown>]>([
    [
      'doubled prompts',
      (turn) => ({ prompts: Array.from({ length: 20_000 }, (_, i) => ({ name: 'p', i: i * 2 + turn })) }),
    ],
    [
      'many arguments',
      (turn) => ({
        prompts: [{ name: 'p', arguments: Array.from({ length: 50_000 }, (_, i) => ({ name: `${turn}${i}` })) }],
      }),
    ],
    [
      'many capabilities',
      (turn) => ({ capabilities: Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`${turn}${i}`, {}])) }),
    ],
  ])('%s take no long time', (_, surface) => {
    const started = cpuMs();
    expect(diffSurfaces(surface(0), surface(1))).toHaveLength(MAX_CHANGES);
    expect(cpuMs() - started).toBeLessThan(8000);
  });

  test('hidden characters do not reach the sentence', () => {
    expect(told({ resources: [] }, { resources: [{ uri: 'a\u202eb' }] })).toEqual(['Resource "a\ufffdb" was added.']);
  });
});

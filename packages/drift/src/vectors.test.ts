import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from './canonical/canonical-json.ts';
import { canonicalToolList } from './canonical/canonical-tool-list.ts';
import { canonicalSurface } from './surface/canonical-surface.ts';

const TOOLS = new URL('../vectors/', import.meta.url);
const SURFACE = new URL('../vectors/surface/', import.meta.url);
const filesIn = (folder: URL) => readdirSync(folder).filter((file) => file.endsWith('.json'));
const read = (folder: URL, file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

// Published: a hash here may change only together with the name of the algorithm.
describe('tool lists', () => {
  test.each(filesIn(TOOLS))('%s', (file) => {
    const { input, canonical, hash, contractHash, presentationHash } = read(TOOLS, file);
    const list = canonicalToolList(JSON.parse(input));
    expect(list).toMatchObject({ algorithm: 'alivemcp-tools-v1', hash, contractHash, presentationHash });
    expect(canonicalJson(list.tools)).toBe(canonical);
  });

  test('another spelling has the hash of the plain one', () => {
    expect(read(TOOLS, 'number-spelling.json').hash).toBe(read(TOOLS, 'number-spelling-plain.json').hash);
  });
});

describe('surfaces', () => {
  test.each(filesIn(SURFACE))('%s', (file) => {
    const { input, canonical, hash } = read(SURFACE, file);
    const surface = canonicalSurface(JSON.parse(input));
    expect(surface).toMatchObject({ algorithm: 'alivemcp-surface-v1', hash });
    expect(canonicalJson(surface.content)).toBe(canonical);
  });

  test.each(['another-version.json', 'empty-instructions.json'])('%s has the hash of the plain one', (file) => {
    expect(read(SURFACE, file).hash).toBe(read(SURFACE, 'minimal.json').hash);
  });
});

test.each([TOOLS, SURFACE])('each has a name of its own, and says what it is about: %s', (folder) => {
  const vectors = filesIn(folder).map((file) => read(folder, file));
  expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  expect(vectors.length).toBeGreaterThan(10);
  for (const { about } of vectors) expect(about).toMatch(/\.$/);
});

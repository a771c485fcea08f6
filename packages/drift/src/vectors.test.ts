import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical/canonical-json.ts';
import { canonicalToolList } from './canonical/canonical-tool-list.ts';

const folder = new URL('../vectors/', import.meta.url);
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

// Published: a hash here may change only together with the name of the algorithm.
test.each(readdirSync(folder))('%s', (file) => {
  const { input, canonical, hash, contractHash, presentationHash } = read(file);
  const list = canonicalToolList(JSON.parse(input));
  expect(list).toMatchObject({ algorithm: 'alivemcp-tools-v1', hash, contractHash, presentationHash });
  expect(canonicalJson(list.tools)).toBe(canonical);
});

test('each has a name of its own, and says what it is about', () => {
  const vectors = readdirSync(folder).map(read);
  expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
  for (const { about } of vectors) expect(about).toMatch(/\.$/);
});

test('another spelling has the hash of the plain one', () => {
  expect(read('number-spelling.json').hash).toBe(read('number-spelling-plain.json').hash);
});

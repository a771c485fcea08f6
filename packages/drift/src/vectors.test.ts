import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { canonicalToolList } from './canonical/canonical-tool-list.ts';

const folder = new URL('../vectors/', import.meta.url);

// Published: a hash here may change only together with the name of the algorithm.
test.each(readdirSync(folder))('%s', (file) => {
  const { tools, hash, contractHash, presentationHash } = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  expect(canonicalToolList(tools)).toMatchObject({
    algorithm: 'alivemcp-tools-v1',
    hash,
    contractHash,
    presentationHash,
  });
});

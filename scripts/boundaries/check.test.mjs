import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkBoundaries } from './check.mjs';

let root;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'alivemcp-boundaries-'));
  write('package.json', { workspaces: ['apps/*', 'packages/*'], devDependencies: { vitest: '1.0.0' } });
  workspace('apps/api', ['@alivemcp/services', '@alivemcp/contracts']);
  workspace('packages/services', ['@alivemcp/db']);
  workspace('packages/db', ['@alivemcp/contracts'], ['@alivemcp/testkit']);
  workspace('packages/testkit', ['@alivemcp/db']);
  workspace('packages/contracts', []);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file, content) {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), typeof content === 'string' ? content : JSON.stringify(content));
}

function workspace(dir, dependencies, devDependencies = []) {
  const versions = (names) => Object.fromEntries(names.map((name) => [name, '0.1.0']));
  const name = `@alivemcp/${dir.split('/').at(-1)}`;
  const manifest = { name, exports: './src/index.ts' };
  write(`${dir}/package.json`, {
    ...manifest,
    dependencies: versions(dependencies),
    devDependencies: versions(devDependencies),
  });
}

it('is content with imports along the arrows', () => {
  write('apps/api/src/index.ts', `import { list } from '@alivemcp/services';\nexport { x } from './x.ts';\n`);
  write('packages/db/src/x.test.ts', `import { it } from 'vitest';\nimport { y } from '@alivemcp/testkit';\n`);
  expect(checkBoundaries(root)).toEqual([]);
});

it('names an import against the arrows, also a dynamic one and one over several lines', () => {
  workspace('apps/api', ['@alivemcp/db']);
  write('apps/api/src/a.ts', `import {\n  one,\n  two,\n} from '@alivemcp/db';\n`);
  write('apps/api/src/b.ts', `const db = await import('@alivemcp/db');\n`);
  expect(checkBoundaries(root).toSorted()).toEqual([
    'api/package.json depends on @alivemcp/db, and there is no arrow from api to db',
    'apps/api/src/a.ts imports @alivemcp/db, and there is no arrow from api to db',
    'apps/api/src/b.ts imports @alivemcp/db, and there is no arrow from api to db',
  ]);
});

it('names the test kit in product code, and what is not declared', () => {
  write('packages/db/src/a.ts', `import { y } from '@alivemcp/testkit';\n`);
  write('packages/db/src/b.test.ts', `import { z } from 'left-pad';\n`);
  write('packages/services/src/c.ts', `import type { A } from '@alivemcp/contracts';\n`);
  expect(checkBoundaries(root).toSorted()).toEqual([
    'packages/db/src/a.ts imports @alivemcp/testkit, and there is no arrow from db to testkit',
    "packages/db/src/b.test.ts imports left-pad, which neither its package.json nor the root's declares",
    'packages/services/src/c.ts imports @alivemcp/contracts, which its package.json does not declare',
  ]);
});

it('names ways around the front door', () => {
  write('packages/services/src/a.ts', `import { x } from '../../db/src/x.ts';\nimport '@alivemcp/db/src/x.ts';\n`);
  expect(checkBoundaries(root)).toEqual([
    'packages/services/src/a.ts imports ../../db/src/x.ts, which lies outside its package',
    'packages/services/src/a.ts imports @alivemcp/db/src/x.ts, which @alivemcp/db does not export',
  ]);
});

it('names a circle', () => {
  workspace('packages/contracts', ['@alivemcp/services']);
  const circle = expect.stringMatching(/in a circle: (@alivemcp\/\w+ → ){3}@alivemcp\/\w+$/);
  expect(checkBoundaries(root)).toEqual(expect.arrayContaining([circle]));
});

it('is not fooled by examples in comments', () => {
  write('packages/db/src/a.ts', ` * import { y } from '@alivemcp/testkit';\n// import '@alivemcp/testkit';\n`);
  expect(checkBoundaries(root)).toEqual([]);
});

import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The workspaces that the root package.json names: `[{ folder, dir, manifest }]`. */
export function readWorkspaces(root) {
  const { workspaces } = readManifest(root);
  return globSync(
    workspaces.map((pattern) => `${pattern}/package.json`),
    { cwd: root },
  ).map((file) => {
    const dir = join(root, dirname(file));
    return { folder: basename(dir), dir, manifest: readManifest(dir) };
  });
}

export function readManifest(dir) {
  return JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8'));
}

/** The TypeScript and JavaScript files of one workspace. */
export function sourceFiles(dir) {
  return globSync('**/*.{ts,tsx,mts,mjs,js,jsx}', { cwd: dir, exclude: ['**/node_modules/**', '**/dist/**'] });
}

export function isTestFile(file) {
  return /\.test\.[a-z]+$/.test(file) || /(^|\/)testing\//.test(file);
}

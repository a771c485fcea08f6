import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { isOutsider, mayImport, mayImportInTests } from './arrows.mjs';
import { findCycle } from './find-cycle.mjs';
import { importSpecifiers, splitSpecifier } from './import-specifiers.mjs';
import { isTestFile, readManifest, readWorkspaces, sourceFiles } from './workspaces.mjs';

/** Every breach of the architecture's arrows under `root`, one sentence each. */
export function checkBoundaries(root) {
  const workspaces = readWorkspaces(root);
  const byName = new Map(workspaces.map((workspace) => [workspace.manifest.name, workspace]));
  const rootTools = Object.keys(readManifest(root).devDependencies ?? {});
  const breaches = workspaces.flatMap((workspace) => [
    ...manifestBreaches(workspace, byName),
    ...sourceFiles(workspace.dir).flatMap((file) =>
      importBreaches(workspace, file, byName, rootTools).map(
        (text) => `${relative(root, join(workspace.dir, file))} ${text}`,
      ),
    ),
  ]);
  const cycle = findCycle(dependencyGraph(workspaces, byName));
  if (cycle) breaches.push(`packages depend on each other in a circle: ${cycle.join(' → ')}`);
  return breaches;
}

function manifestBreaches({ folder, manifest }, byName) {
  return Object.keys(manifest.dependencies ?? {}).flatMap((name) => {
    const target = byName.get(name)?.folder;
    if (!target || mayImport(folder, target)) return [];
    return `${folder}/package.json depends on ${name}, and there is no arrow from ${folder} to ${target}`;
  });
}

function importBreaches(workspace, file, byName, rootTools) {
  const test = isTestFile(file) || isOutsider(workspace.folder);
  const allowed = test ? mayImportInTests : mayImport;
  const { dependencies = {}, devDependencies = {}, optionalDependencies = {}, name: ownName } = workspace.manifest;
  const declared = { ...dependencies, ...optionalDependencies, ...devDependencies };

  return importSpecifiers(readFileSync(join(workspace.dir, file), 'utf8')).flatMap((specifier) => {
    if (specifier.startsWith('.')) {
      const target = relative(workspace.dir, join(workspace.dir, dirname(file), specifier));
      return target.startsWith('..') ? `imports ${specifier}, which lies outside its package` : [];
    }
    if (isBuiltin(specifier) || specifier.startsWith('#')) return [];
    const { name, subpath } = splitSpecifier(specifier);
    const target = byName.get(name);
    if (!target) {
      // Biome checks this for product code; tests share the tools of the root.
      const known = !test || name in declared || rootTools.includes(name);
      return known ? [] : `imports ${name}, which neither its package.json nor the root's declares`;
    }
    if (name !== ownName && !allowed(workspace.folder, target.folder)) {
      return `imports ${name}, and there is no arrow from ${workspace.folder} to ${target.folder}`;
    }
    if (name !== ownName && !(name in (test ? declared : dependencies))) {
      return `imports ${name}, which its package.json does not declare`;
    }
    return exported(target.manifest, subpath) ? [] : `imports ${specifier}, which ${name} does not export`;
  });
}

function exported({ exports }, subpath) {
  if (typeof exports === 'string' || exports === undefined) return subpath === '.';
  return subpath in exports;
}

function dependencyGraph(workspaces, byName) {
  return Object.fromEntries(
    workspaces.map(({ manifest }) => [
      manifest.name,
      Object.keys(manifest.dependencies ?? {}).filter((name) => byName.has(name)),
    ]),
  );
}

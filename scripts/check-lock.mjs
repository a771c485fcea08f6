// Finds optional dependencies that package-lock.json names without an entry of their own: `npm ci` refuses such a lock
// on other machines. It happens when a package of some platform was not to be had while the lock was made.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export function missingOptionals(packages) {
  return Object.entries(packages).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !resolvable(packages, path, name))
      .map((name) => `${path || 'the root'} names ${name}, which has no entry`),
  );
}

/** Node's own rule: look beside the package, then in every node_modules above it. */
function resolvable(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (!at) return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
  const missing = missingOptionals(lock.packages);
  if (missing.length > 0) {
    process.stderr.write(`package-lock.json is incomplete:\n${missing.map((line) => `  ${line}\n`).join('')}`);
    process.stderr.write(
      'Pin a release whose packages are all there, then: npm update <package> --package-lock-only\n',
    );
    process.exitCode = 1;
  }
}

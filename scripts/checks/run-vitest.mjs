import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs all test files in one Vitest, showing its own report, and counts from its JSON. */
export async function runVitest(root, env, filters) {
  const dir = mkdtempSync(join(tmpdir(), 'alivemcp-report-'));
  const report = join(dir, 'vitest.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const options = { cwd: root, env, stdio: 'inherit' };
    const child = spawn('node_modules/.bin/vitest', ['run', ...reporters, ...filters], options);
    const stopWaiting = endAfterReport(child, report);
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    stopWaiting();
    return countReport(JSON.parse(readFileSync(report, 'utf8')), code === 0);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

const LOOK_MS = 5_000;
const LINGER_MS = 60_000;

/** Vitest may wait for ever for a worker that a failed test left something running in. Its report is written by then. */
function endAfterReport(child, report) {
  let linger;
  const look = setInterval(() => {
    if (!existsSync(report)) return;
    clearInterval(look);
    linger = setTimeout(() => child.kill('SIGKILL'), LINGER_MS);
  }, LOOK_MS);
  return () => {
    clearInterval(look);
    clearTimeout(linger);
  };
}

/** A file that could not be loaded has no tests to fail, and an unhandled error belongs to none: each counts as one. */
export function countReport(report, succeeded) {
  const unloaded = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && !succeeded ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

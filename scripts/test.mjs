// Every check of the repository, one after the other, all of them even if an early one fails.
// `--quick` leaves out browser and fault tests; other arguments choose test files, as Vitest takes them.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBrowser } from './checks/ensure-browser.mjs';
import { ensureRedis } from './checks/ensure-redis.mjs';
import { runProgram } from './checks/run-program.mjs';
import { runVitest } from './checks/run-vitest.mjs';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const filters = args.filter((arg) => arg !== '--quick');
const quick = args.includes('--quick');

const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  ...(quick ? { ALIVEMCP_TEST_QUICK: '1' } : {}),
};
const program = (name, ...options) => runProgram(ROOT, env, `node_modules/.bin/${name}`, options);
const script = (name) => runProgram(ROOT, env, process.execPath, [`scripts/${name}`]);

const TYPECHECK = 'run typecheck --output-logs=errors-only --log-prefix=none --continue --concurrency=2'.split(' ');

/** A check resolves with counts; all but the tests count as one test each. */
const CHECKS = [
  ['Redis for the tests', () => ensureRedis()],
  ...(quick ? [] : [['Browser for the tests', () => ensureBrowser()]]),
  ['Lock file', () => script('check-lock.mjs')],
  ['Lint and format', () => program('biome', 'check', '--error-on-warnings', '.')],
  ['Types', () => program('turbo', ...TYPECHECK)],
  ['Import rules', () => script('check-boundaries.mjs')],
  ['Unused code', () => program('knip', '--no-progress')],
  ['Tests', () => runVitest(ROOT, env, filters)],
];

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const [index, [title, check]] of CHECKS.entries()) {
  const label = `[${index + 1}/${CHECKS.length}] ${title}`;
  process.stdout.write(`${label} …\n`);
  const begin = performance.now();
  const counts = await check().catch((error) => {
    process.stdout.write(`${error.message}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failed > 0) failures.push(title);
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  process.stdout.write(`${label}: ${counts.failed > 0 ? 'FAILED' : 'ok'} (${seconds} s)\n`);
}

if (failures.length > 0) process.stdout.write(`\nFailed: ${failures.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exitCode = total.failed > 0 ? 1 : 0;

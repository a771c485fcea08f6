// `alivemcp gate` as a step of GitHub Actions, from the checkout that this file is in. It runs before anything is
// installed: built-ins only, and only what Node 18 knows.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gateArguments, secretsOf } from './arguments.mjs';
import { runGate } from './run-gate.mjs';
import { writeOutputs, writeSummary } from './step-files.mjs';
import { command } from './workflow-command.mjs';

const LINES = 10;

async function main(env) {
  const onGitHub = env.GITHUB_ACTIONS === 'true';
  const tell = (name, properties, text) => onGitHub && process.stdout.write(`${command(name, properties, text)}\n`);
  for (const secret of secretsOf(env)) tell('add-mask', {}, secret);

  const dir = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), 'alivemcp-gate-'));
  try {
    const file = join(dir, 'gate.json');
    // What a watched server says is printed below: until the token comes, the runner takes no commands from it.
    const token = randomUUID();
    tell('stop-commands', {}, token);
    const { code, text, log } = await runGate([...gateArguments(env), `--output=${file}`, '--', env.INPUT_URL ?? '']);
    if (onGitHub) process.stdout.write(`\n${command(token, {}, '')}\n`);

    const document = read(file);
    const passed = document?.passed === true;
    const summary = document?.summary ?? lastLines(log);
    if (!passed) tell('error', { title: 'AliveMCP gate' }, [summary, ...worstChanges(document)].join('\n'));
    const cautions = (document?.diff?.risks ?? []).map(({ tool, reason }) => `${tool ?? '(no name)'}: ${reason}`);
    if (cautions.length > 0) tell('warning', { title: 'AliveMCP caution' }, cautions.slice(0, LINES).join('\n'));
    writeOutputs(env.GITHUB_OUTPUT, {
      passed: String(passed),
      reason: document?.reason ?? '',
      hash: document?.check.tools?.hash ?? '',
      class: document?.diff?.class ?? '',
      summary,
    });
    writeSummary(env.GITHUB_STEP_SUMMARY, passed, text === '' ? summary : text);
    process.exitCode = code;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Null when the gate ended without a verdict: wrong usage, an interruption, our own fault. */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

const worstChanges = (document) =>
  (document?.diff?.changes ?? [])
    .filter((change) => change.class === document.diff.class)
    .slice(0, LINES)
    .map((change) => change.summary);

const lastLines = (log) => log.trim().split('\n').slice(-3).join('\n');

await main(process.env);

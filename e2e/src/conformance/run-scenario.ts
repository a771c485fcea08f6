import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const suite = fileURLToPath(import.meta.resolve('@modelcontextprotocol/conformance/dist/index.js'));
const preload = new URL('./listen-on-loopback.ts', import.meta.url).href;
const cli = fileURLToPath(new URL('../../../apps/cli/bin/alivemcp.mjs', import.meta.url));

type Check = { id: string; status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO'; errorMessage?: string };

/** Runs the official conformance suite with arguments of its own. Never throws for what it finds. */
function runSuite(args: string[]) {
  return new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { PATH: process.env.PATH, HOME: process.env.HOME };
    execFile(process.execPath, ['--import', preload, suite, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, stdout, stderr });
    });
  });
}

/** One client scenario with `alivemcp check` as the client, to which the suite adds the URL of its server. */
export async function runScenario(scenario: string, client = ['check']) {
  // The suite hands the command to a shell.
  const command = [process.execPath, cli, ...client].map((part) => `'${part}'`).join(' ');
  const { code, stdout, stderr } = await runSuite([
    'client',
    '--command',
    command,
    '--scenario',
    scenario,
    '--timeout',
    '15000',
    '--verbose',
  ]);
  const from = stdout.indexOf('[');
  const checks: Check[] = from === -1 ? [] : JSON.parse(stdout.slice(from));
  return { code, checks, stderr };
}

import { Command, Option } from 'commander';
import { FAIL_ON, type FailOn } from './fail-on.ts';
import type { GateOptions } from './gate.ts';
import { parseCount } from './parse-count.ts';
import { addProbeOptions, type ProbeOptions } from './probe-options.ts';

/** Told the exit code of a command that ran to its end. Processes keep running and tell none. */
type Exit = (code: number) => void;

/** The commands and their options. What a command needs is loaded when it is called, so that `--help` is instant. */
export function createProgram(version: string, exit: Exit): Command {
  const program = new Command('alivemcp')
    .description('Watches remote MCP servers from outside, speaking their protocol')
    .version(version, '-V, --version')
    .showHelpAfterError('(alivemcp --help lists commands and options)')
    .exitOverride();

  addProbeOptions(program.command('check').argument('<url>', 'of an MCP server'))
    .description('probe a server once: exit 0 up, 1 down, 2 degraded, 3 asks for credentials')
    .option('--json', 'print one JSON document')
    .option('--clients', 'also connect with the two official SDK clients and show what they say')
    .action(async (url: string, options: ProbeOptions & { json?: boolean; clients?: boolean }) => {
      const { check } = await import('./check.ts');
      exit(await check(url, options));
    });

  addProbeOptions(program.command('snapshot').argument('<url>', 'of an MCP server'))
    .description('write the canonical tool list and its hash')
    .option('-o, --output <file>', 'where to; - for stdout', 'schema-snapshot.json')
    .option('--json', 'print the document on stdout and write no file')
    .action(async (url: string, options: ProbeOptions & { output: string; json?: boolean }) => {
      const { snapshot } = await import('./snapshot.ts');
      exit(await snapshot(url, options));
    });

  addProbeOptions(
    program
      .command('diff')
      .argument('<old>', 'snapshot file, or URL')
      .argument('<new>', 'snapshot file, or URL of a server to probe'),
  )
    .description('say what changed between two tool lists')
    .option('--json', 'print one JSON document')
    .addOption(new Option('--fail-on <class>', 'exit 1 at this class or worse').choices(FAIL_ON))
    .action(async (before: string, after: string, options: ProbeOptions & { json?: boolean; failOn?: FailOn }) => {
      const { diff } = await import('./diff.ts');
      exit(await diff(before, after, options));
    });

  addProbeOptions(program.command('gate').argument('<url>', 'of an MCP server'))
    .description('after a deploy: wait until a server is good, exit 0, or exit 1 when the time is over')
    .option('--wait <duration>', 'how long at most', '120s')
    .option('--consecutive <count>', 'good probes in a row that are wanted', parseCount, 2)
    .option('--expect-version <version>', 'serverInfo.version that must be served')
    .option('--snapshot <file>', 'the tools must be as in this snapshot')
    .addOption(
      new Option(
        '--fail-on <class>',
        'changes against the snapshot that are not let through (default: breaking)',
      ).choices(FAIL_ON),
    )
    .option('-o, --output <file>', 'write the JSON document to this file as well')
    .option('--json', 'print one JSON document')
    .action(async (url: string, options: GateOptions) => {
      const { gate } = await import('./gate.ts');
      exit(await gate(url, options));
    });

  addProcesses(program);
  return program;
}

function addProcesses(program: Command): void {
  program
    .command('start')
    .description('run the whole product in one process tree')
    .option('--demo', 'also start six small MCP servers on loopback that misbehave as servers do, and watch them')
    .action(async (options: { demo?: boolean }) => {
      const { start } = await import('../start/start.ts');
      await start(options);
    });
  for (const name of ['api', 'engine', 'prober'] as const) {
    program
      .command(name)
      .description(`run the ${name} process`)
      .action(async () => {
        const { runProcess } = await import('../start/process.ts');
        await runProcess(name);
      });
  }
}

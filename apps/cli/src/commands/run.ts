import { CommanderError } from 'commander';
import { note } from '../output/stdio.ts';
import { EXIT } from './exit-codes.ts';
import { NoTools } from './no-tools.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

/** Runs the command line. Returns the exit code, or null when a process was started that keeps running. */
export async function run(args: string[], version: string): Promise<number | null> {
  let code: number | null = null;
  const program = createProgram(version, (exitCode) => {
    code = exitCode;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    return exitCodeOfError(error);
  }
}

function exitCodeOfError(error: unknown): number {
  // Commander has printed its own message; `--help` and `--version` end here too, with 0.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof NoTools) return error.exitCode;
  if (error instanceof UsageError) {
    note(`alivemcp: ${error.message}`);
    return EXIT.usage;
  }
  note(`alivemcp: our own fault, please report it: ${error instanceof Error ? error.stack : String(error)}`);
  return EXIT.fault;
}

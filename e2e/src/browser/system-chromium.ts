import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Executable } from './executable.ts';

/** The first executable of that name on PATH. */
export async function systemChromium(program: string, env: NodeJS.ProcessEnv): Promise<Executable | null> {
  for (const dir of (env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const executablePath = join(dir, program);
    const there = await access(executablePath, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (there) return { executablePath, args: [] };
  }
  return null;
}

import manifest from '../package.json' with { type: 'json' };
import { run } from './commands/run.ts';
import { tolerateClosedPipe } from './output/stdio.ts';

tolerateClosedPipe();
const code = await run(process.argv.slice(2), manifest.version);
// Not process.exit(): what was printed into a pipe must still drain.
if (code !== null) process.exitCode = code;

// A parent process for tests: starts PostgreSQL on argv[2], prints its address, then waits to be killed.
import { startPostgres } from '../start-postgres.ts';

const postgres = await startPostgres({ dataDir: process.argv[2] ?? '' });
process.stdout.write(`${postgres.url}\n`);
if (process.argv[3] === '--stop') {
  await postgres.stop();
  process.stdout.write('stopped\n');
} else {
  setInterval(() => {}, 60_000);
}

import { startTestServices } from './services/test-services.ts';

/** Vitest's global setup: databases are started when the first test asks, and stopped with the run. */
export default async function setup(): Promise<() => Promise<void>> {
  const services = await startTestServices();
  // Read by the test processes, which inherit it.
  process.env.ALIVEMCP_TEST_SERVICES = services.url;
  return () => services.stop();
}

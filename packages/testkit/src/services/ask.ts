export type TestServiceAnswers = {
  postgres: { adminUrl: string; template: string };
  redis: { port: number; database: number };
};

/** Asks the run's main process for a service, which starts it on the first question. */
export async function askTestServices<K extends keyof TestServiceAnswers>(name: K): Promise<TestServiceAnswers[K]> {
  const url = process.env.ALIVEMCP_TEST_SERVICES;
  if (!url) throw new Error('Only for tests run by Vitest with packages/testkit/src/global-setup.ts');
  const response = await fetch(`${url}/${name}`);
  const text = await response.text();
  if (!response.ok) throw new Error(`The test ${name} did not start:\n${text}`);
  return JSON.parse(text) as TestServiceAnswers[K];
}

import { expect, it } from 'vitest';
import { fakeClock } from './fake-clock.ts';
import { waitFor } from './wait-for.ts';

it('returns the first true answer, taking a throw for "not yet"', async () => {
  let calls = 0;
  const attempt = () => {
    calls += 1;
    if (calls === 1) throw new Error('not listening');
    return calls === 3 && 'third';
  };
  expect(await waitFor(attempt, { what: 'the third', everyMs: 1 })).toBe('third');
});

it('names what did not come, with the last error as its cause', async () => {
  const waiting = waitFor(() => Promise.reject(new Error('refused')), { what: 'the API', timeoutMs: 5, everyMs: 1 });
  await expect(waiting).rejects.toMatchObject({
    message: 'Waited 5 ms in vain for the API',
    cause: { message: 'refused' },
  });
});

it('a fake clock moves only when told', () => {
  const clock = fakeClock(1_000);
  clock.advance(60_000);
  expect(clock.now()).toBe(61_000);
});

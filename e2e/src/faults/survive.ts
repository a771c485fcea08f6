import { expect, onTestFailed } from 'vitest';
import { type Account, liveThrough, type Strike } from './live-through.ts';
import type { World } from './world.ts';

/** Lives through a fault and expects that afterwards all is as if it had not been. Prints a line for the table of faults. */
export async function survive(name: string, world: World, strike: Strike): Promise<Account> {
  const from = world.output().length;
  onTestFailed(() => console.info(world.output().slice(from)));
  const account = await liveThrough(world, strike);
  console.info(`${name}: ${account.summary}`);
  expect(account.faults).toEqual([]);
  return account;
}

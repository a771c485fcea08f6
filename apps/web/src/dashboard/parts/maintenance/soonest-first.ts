import type { Maintenance } from '@alivemcp/contracts';

export type Announced = Maintenance & { window: NonNullable<Maintenance['window']> };

/** What runs or is to come, soonest first; what is over is left out. */
export const soonestFirst = (maintenances: readonly Maintenance[]): Announced[] =>
  maintenances
    .filter((each): each is Announced => each.window !== null)
    .toSorted((a, b) => Date.parse(a.window.startsAt) - Date.parse(b.window.startsAt));

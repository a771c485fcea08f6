import type { ProbeAssignment } from '@alivemcp/services';

/** A server that this prober was told to probe, and when that was due last (epoch ms). */
export type Assigned = { row: ProbeAssignment; dueAt: number };

/** The share of the region's servers that this prober has been given lately. */
export type Assignment = {
  /** Remembers servers that were due by the clock. */
  keep(rows: readonly ProbeAssignment[], dueAt: number): void;
  /** What it knows of these servers; those it does not know are left out. */
  find(serverIds: readonly string[]): ProbeAssignment[];
  forget(serverIds: readonly string[]): void;
  /** Its servers that are due in the second at `dueAt`, if all were told what to do until `since`. */
  due(dueAt: number, since: number): ProbeAssignment[];
  /** All that were given within two of their intervals before `until`; the others are forgotten. */
  current(until: number): Assigned[];
};

/** What was given longer ago than an interval and this went to another prober, or is not watched any more. */
const SLACK_MS = 15_000;

export function createAssignment(kept: readonly Assigned[]): Assignment {
  const byServer = new Map(kept.map((assigned) => [assigned.row.serverId, assigned]));
  return {
    keep(rows, dueAt) {
      for (const row of rows) byServer.set(row.serverId, { row, dueAt });
    },
    find: (serverIds) => serverIds.flatMap((id) => byServer.get(id)?.row ?? []),
    forget(serverIds) {
      for (const id of serverIds) byServer.delete(id);
    },
    due(dueAt, since) {
      const due: ProbeAssignment[] = [];
      for (const { row, dueAt: lastAt } of byServer.values()) {
        const passed = dueAt - lastAt;
        const isOurs = lastAt > since - row.intervalMs - SLACK_MS;
        if (isOurs && passed > 0 && passed % row.intervalMs === 0) due.push(row);
      }
      return due;
    },
    current(until) {
      for (const [id, { row, dueAt }] of byServer)
        if (until - dueAt > 2 * row.intervalMs + SLACK_MS) byServer.delete(id);
      return [...byServer.values()];
    },
  };
}

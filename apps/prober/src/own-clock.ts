import type { ProbeAssignment } from '@alivemcp/services';
import type { Assignment } from './assignment/assignment.ts';

export type OwnClock = {
  /** The control side has handled all that is due until `at` (epoch ms). */
  covered(at: number): void;
  coveredUntil(): number;
  /** Works off what is due by now, if nobody else does. */
  turn(): void;
  /** Whether it goes by itself. */
  isAlone(): boolean;
};

export type OwnClockDeps = {
  assignment: Pick<Assignment, 'due'>;
  run(rows: ProbeAssignment[], dueAt: number): void;
  now(): number;
  /** The newest second of what is known from before this start, epoch ms. */
  knownUntil: number;
};

const SECOND_MS = 1_000;
/** Engines restart, and signs of life come late. */
const PATIENCE_MS = 20_000;
/** What is longer overdue is left out, also where nobody was there to see it. */
const LOOK_BACK_MS = 600_000;

/** The clock of a prober that is on its own: it goes on with what it was given, in the same seconds, until it is told again. */
export function createOwnClock({ assignment, run, now, knownUntil }: OwnClockDeps): OwnClock {
  const startedAt = now();
  let coveredUntil = knownUntil;
  let workedUntil = startedAt;
  const isAlone = () => now() - Math.max(coveredUntil, startedAt) > PATIENCE_MS;

  return {
    isAlone,
    coveredUntil: () => coveredUntil,
    covered(at) {
      coveredUntil = Math.max(coveredUntil, at);
      workedUntil = Math.max(workedUntil, at);
    },
    turn() {
      if (!isAlone()) return;
      const from = Math.max(workedUntil, now() - LOOK_BACK_MS);
      for (let at = (Math.floor(from / SECOND_MS) + 1) * SECOND_MS; at <= now(); at += SECOND_MS) {
        const due = assignment.due(at, coveredUntil);
        if (due.length > 0) run(due, at);
        workedUntil = at;
      }
    },
  };
}

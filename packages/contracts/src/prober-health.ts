import type { FailureClass } from './failure-classes.ts';

/** The classes that speak of us and not of the server. */
export type ObserverClass = Extract<FailureClass, `observer.${string}`>;

/** What a prober says of itself with each sign of life. */
export type ProberHealth = {
  /** Why it does not trust its failures now, since when (epoch ms); null when it does. */
  doubt: { class: ObserverClass; since: number } | null;
  /** Whether it goes by its own clock, because nobody tells it what is due. */
  onItsOwn: boolean;
  /** Results that wait on its disk, and when the oldest was made (epoch ms; null when none waits). */
  waiting: number;
  waitingSince: number | null;
  /** Results given up since it started. */
  dropped: number;
  /** This was its last sign of life: it ends. */
  ended: boolean;
};

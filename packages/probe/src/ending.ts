import type { StopSignal } from '@alivemcp/net-guard';

/**
 * The end of everything that still dials. Not an AbortController, because it comes with every attempt, mostly with nobody
 * left to hear it, and an event costs the same either way.
 */
export class Ending implements StopSignal {
  aborted = false;
  readonly #listeners = new Set<() => void>();

  addEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.add(listener);
  }

  removeEventListener(_: 'abort', listener: () => void): void {
    this.#listeners.delete(listener);
  }

  abort(): void {
    this.aborted = true;
    for (const listener of this.#listeners) listener();
  }
}

import type { Window } from '@alivemcp/domain';

/** A window as the row of its maintenance holds it; null where there is none any more. */
export const nextColumns = (window: Window | null) => ({
  nextStartsAt: window && new Date(window.startsAt),
  nextEndsAt: window && new Date(window.endsAt),
});

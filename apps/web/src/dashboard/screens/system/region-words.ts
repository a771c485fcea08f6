import type { Region, RegionWork } from '@alivemcp/contracts';
import type { MarkWords } from '../../ui/mark.tsx';

/** How a region is, by shape and word. The gravest thing is said. */
export function regionMark({ probers, doubt, onItsOwn }: Pick<Region, 'probers' | 'doubt' | 'onItsOwn'>): MarkWords {
  if (probers === 0) return { shape: '?', word: 'Silent', color: 'text-unknown' };
  if (doubt) return { shape: '!', word: 'Doubts itself', color: 'text-degraded' };
  if (onItsOwn) return { shape: '◐', word: 'On its own', color: 'text-degraded' };
  return { shape: '✓', word: 'Well', color: 'text-up' };
}

/** What there is to know about it beyond its mark, a sentence each. */
export function regionNotes({ probers, doubt, onItsOwn, waiting, dropped }: Region): string[] {
  const notes: string[] = [];
  if (probers === 0) notes.push('No prober has given a sign of life within the last half a minute.');
  if (doubt) notes.push(`${doubt.summary} What fails is recorded, and not judged.`);
  if (onItsOwn) notes.push('It goes by its own clock: nobody tells it what is due.');
  if (waiting > 0) notes.push(`Waiting on disk for the database: ${figure(waiting)}.`);
  if (dropped > 0) notes.push(`Given up since its probers started: ${figure(dropped)}.`);
  return notes;
}

const figure = (results: number) => (results === 1 ? '1 result' : `${results.toLocaleString('en')} results`);

/** Share of what was due that was done, floored to a tenth of a percent; null when nothing was due. */
export const doneShare = ({ due, done }: RegionWork): string | null =>
  due === 0 ? null : `${(Math.floor((Math.min(done, due) / due) * 1000) / 10).toFixed(1)} %`;

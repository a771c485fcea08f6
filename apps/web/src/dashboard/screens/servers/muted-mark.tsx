import { localTime } from '../../../format/times.ts';
import { useNow } from '../../ui/time.tsx';

/** A quiet mark that nothing new is told of a server now. */
export function MutedMark({ until }: { until: string }) {
  if (Date.parse(until) <= useNow()) return null;
  return (
    <div title={`until ${localTime(until)}`} className="whitespace-nowrap text-muted">
      <span aria-hidden="true">⊘ </span>
      Muted
    </div>
  );
}

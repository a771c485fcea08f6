import type { Maintenance } from '@alivemcp/contracts';
import { localRange, utcTime, zoneName } from '../../../format/times.ts';

/** From when to when, in the reader's zone, named; UTC on hover. */
export function WindowTimes({ window: { startsAt, endsAt } }: { window: NonNullable<Maintenance['window']> }) {
  return (
    <span title={`${utcTime(startsAt)} to ${utcTime(endsAt)}`}>
      {localRange(startsAt, endsAt)}
      {`\u00a0${zoneName(startsAt)}`}
    </span>
  );
}

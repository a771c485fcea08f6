import type { Incident } from '@alivemcp/contracts';
import { duration } from '../../format/numbers.ts';
import { useNow } from '../ui/time.tsx';

/** How long an incident lasted; goes on while it is open. */
export function Lasted({ incident }: { incident: Incident }) {
  const now = useNow();
  const ms =
    incident.resolvedAt === null
      ? Math.max(incident.durationMs, now - Date.parse(incident.openedAt))
      : incident.durationMs;
  return <span className="figures whitespace-nowrap">{duration(ms)}</span>;
}

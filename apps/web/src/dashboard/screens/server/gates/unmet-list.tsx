import type { GateUnmet } from '@alivemcp/contracts';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { BoundedText } from '../text/bounded-text.tsx';
import { GATE_REASON_WORDS } from './gate-words.ts';

/** What did not hold in the last whole round. The sentences may quote the server. */
export function UnmetList({ unmet }: { unmet: GateUnmet[] }) {
  const nameOf = useRegionName();
  return (
    <ul className="grid gap-2">
      {unmet.map(({ reason, regions, sentence }) => (
        <li key={`${reason} ${sentence}`}>
          <span className="font-medium">{GATE_REASON_WORDS[reason]}</span>
          {regions.length > 0 && <span className="text-muted"> in {regions.map(nameOf).join(', ')}</span>}
          <BoundedText text={sentence} />
        </li>
      ))}
    </ul>
  );
}

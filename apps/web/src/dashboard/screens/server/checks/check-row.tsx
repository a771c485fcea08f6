import type { ProbeReason, ProbeRecord } from '@alivemcp/contracts';
import { useId, useState } from 'react';
import { milliseconds } from '../../../../format/numbers.ts';
import { useRegionName } from '../../../ui/region-strip.tsx';
import { StateMark } from '../../../ui/state-mark.tsx';
import { Time } from '../../../ui/time.tsx';
import { CheckDetails } from './check-details.tsx';

const REASONS: Record<ProbeReason, string> = {
  scheduled: 'By the clock',
  first: 'First check',
  manual: 'Asked for',
  confirm: 'To confirm',
};

/** A check; one that found something opens to show what. */
export function CheckRow({ probe }: { probe: ProbeRecord }) {
  const [open, setOpen] = useState(false);
  const nameOf = useRegionName();
  const id = useId();
  return (
    <>
      <tr className="figures">
        <td>
          <StateMark status={probe.outcome} />
          {probe.suspect && <span className="block text-xs text-muted">not counted</span>}
        </td>
        <th scope="row" className="max-sm:min-w-40 max-sm:[&_time]:whitespace-normal">
          {probe.class === null ? (
            <Time iso={probe.startedAt} />
          ) : (
            <button
              type="button"
              className="flex min-h-6 gap-1.5 text-left"
              aria-expanded={open}
              aria-controls={open ? id : undefined}
              onClick={() => setOpen(!open)}
            >
              <span aria-hidden="true" className="w-3">
                {open ? '▾' : '▸'}
              </span>
              <span className="link">
                <Time iso={probe.startedAt} />
              </span>
            </button>
          )}
        </th>
        <td className="whitespace-nowrap">{nameOf(probe.region)}</td>
        <td>{probe.class ? <code className="prose-code whitespace-nowrap">{probe.class}</code> : '–'}</td>
        <td className="whitespace-nowrap">{milliseconds(probe.latencyMs)}</td>
        <td className="whitespace-nowrap">{milliseconds(probe.durationMs)}</td>
        <td>{probe.attempts}</td>
        <td className="whitespace-nowrap">{REASONS[probe.reason]}</td>
      </tr>
      {open && (
        <tr id={id} className="border-t-0!">
          <td colSpan={8}>
            {/* Stays in view while a narrow table scrolls sideways. */}
            <div className="sticky left-4 max-w-[min(60rem,calc(100vw-4.25rem))]">
              <CheckDetails probe={probe} />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

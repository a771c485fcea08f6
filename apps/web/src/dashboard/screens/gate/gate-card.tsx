import type { Gate, GateState } from '@alivemcp/contracts';
import { duration } from '../../../format/numbers.ts';
import { Spinner } from '../../ui/button.tsx';
import { Fact } from '../../ui/fact.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Ago, Time } from '../../ui/time.tsx';
import { Expectation } from '../server/gates/expectation.tsx';
import { GATE_STATE_WORDS, roundsText, waitedText } from '../server/gates/gate-words.ts';
import { BoundedText } from '../server/text/bounded-text.tsx';

const EDGE: Record<GateState, string> = {
  waiting: 'border-l-accent',
  passed: 'border-l-up',
  failed: 'border-l-down',
};

/** How it stands, what it expects, and its times. */
export function GateCard({ gate }: { gate: Gate }) {
  const { state, summary, timeoutMs, createdAt, endedAt, deadlineAt } = gate;
  return (
    <div className={`grid gap-4 rounded-lg border border-l-4 border-line p-4 ${EDGE[state]}`}>
      <div className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 text-lg">
          {state === 'waiting' ? (
            <span className="inline-flex items-center gap-2 font-medium">
              <Spinner /> Waiting
            </span>
          ) : (
            <Mark {...GATE_STATE_WORDS[state]} />
          )}
          {state !== 'passed' && (
            <span className="figures text-base text-muted">
              {state === 'waiting' ? roundsText(gate) : `after ${waitedText(gate)}`}
            </span>
          )}
        </p>
        {/* Of the others what does not hold stands below, in a list. */}
        {state === 'passed' && <BoundedText text={summary} />}
      </div>
      <dl className="flex flex-wrap gap-x-8 gap-y-3 text-sm">
        <Fact name="Expected">
          <Expectation gate={gate} />
        </Fact>
        <Fact name="Time limit">{duration(timeoutMs)}</Fact>
        <Fact name="Started">
          <Time iso={createdAt} />
        </Fact>
        {endedAt === null ? (
          <Fact name="Time is over">
            <Ago iso={deadlineAt} />
          </Fact>
        ) : (
          <Fact name="Decided">
            <Time iso={endedAt} />
          </Fact>
        )}
      </dl>
    </div>
  );
}

import type { DeliveryAttempt } from '@alivemcp/contracts';
import { milliseconds } from '../../../format/numbers.ts';
import { Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { Block } from './block.tsx';
import { failureSentence } from './failure-sentence.ts';

const HEAD = (
  <tr>
    <th scope="col">Attempt</th>
    <th scope="col">What came of it</th>
    <th scope="col">Time</th>
    <th scope="col">Duration</th>
    <th scope="col">Address</th>
    <th scope="col">Status</th>
  </tr>
);

/** Every attempt, the last one first. */
export function AttemptLog({ log }: { log: DeliveryAttempt[] }) {
  return (
    <Table label="Attempts" head={HEAD}>
      {log
        .toSorted((one, other) => other.number - one.number)
        .map((attempt) => (
          <tr key={attempt.number}>
            <th scope="row" className="figures">
              {attempt.number}
            </th>
            {/* On a narrow page it fits beside the number. */}
            <td className="min-w-48 sm:min-w-72">
              <Result attempt={attempt} />
            </td>
            <td className="figures">
              <Time iso={attempt.at} />
            </td>
            <td className="figures whitespace-nowrap">{milliseconds(attempt.durationMs)}</td>
            <td>
              <code className="prose-code whitespace-nowrap">{attempt.address ?? '–'}</code>
            </td>
            <td className="figures">{attempt.status ?? '–'}</td>
          </tr>
        ))}
    </Table>
  );
}

function Result({ attempt: { number, error, responseBody } }: { attempt: DeliveryAttempt }) {
  return (
    <>
      {error === null ? (
        <span className="font-medium text-up">
          <span aria-hidden="true">●</span> Accepted
        </span>
      ) : (
        <>
          <span className="font-medium text-down">
            <span aria-hidden="true">✕</span> {failureSentence(error) ?? 'Failed'}
          </span>{' '}
          <code className="prose-code text-muted">{error}</code>
        </>
      )}
      {responseBody && (
        <details className="mt-1">
          <summary className="min-h-6">What was answered</summary>
          <Block label={`Answer to attempt ${number}, first 4 KiB`} text={responseBody} />
        </details>
      )}
    </>
  );
}

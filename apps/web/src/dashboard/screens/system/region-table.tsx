import type { Region } from '@alivemcp/contracts';
import { milliseconds } from '../../../format/numbers.ts';
import { Mark } from '../../ui/mark.tsx';
import { Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import { doneShare, regionMark, regionNotes } from './region-words.ts';

const HEAD = (
  <tr>
    <th scope="col">Region</th>
    <th scope="col">State</th>
    <th scope="col">Probers</th>
    <th scope="col">Done of due</th>
    <th scope="col">Skipped</th>
    <th scope="col">Missed</th>
    <th scope="col">Held back</th>
    <th scope="col">Begun late</th>
  </tr>
);

export function RegionTable({ regions }: { regions: Region[] }) {
  return (
    <Table label="Regions" head={HEAD}>
      {regions.map((region) => (
        <Row key={region.id} region={region} />
      ))}
    </Table>
  );
}

function Row({ region }: { region: Region }) {
  const notes = regionNotes(region);
  return (
    <tr className="figures">
      <th scope="row" className="min-w-28 break-words">
        {region.name}
      </th>
      <td className="min-w-44">
        <Mark {...regionMark(region)} />
        {notes.map((note) => (
          <p key={note} className="text-pretty text-muted">
            {note}
          </p>
        ))}
      </td>
      <td className="whitespace-nowrap">
        {region.probers}
        {region.seenAt && (
          <p className="text-muted">
            <Ago iso={region.seenAt} />
          </p>
        )}
      </td>
      <Work region={region} />
    </tr>
  );
}

function Work({ region: { lastHour } }: { region: Region }) {
  if (lastHour === null)
    return (
      <td colSpan={5} className="text-muted">
        The first figures come after five minutes.
      </td>
    );
  const { due, done, skipped, missed, suspect, latenessP50Ms, latenessP99Ms } = lastHour;
  return (
    <>
      <td className="whitespace-nowrap">
        {doneShare(lastHour) ?? <span className="text-muted">nothing due</span>}
        <p className="text-muted">
          {done.toLocaleString('en')} of {due.toLocaleString('en')}
        </p>
      </td>
      <td>{skipped.toLocaleString('en')}</td>
      <td>{missed.toLocaleString('en')}</td>
      <td>{suspect.toLocaleString('en')}</td>
      <td className="whitespace-nowrap">
        {latenessP50Ms === null ? (
          <span className="text-muted">no data</span>
        ) : (
          <>
            p50 {milliseconds(latenessP50Ms)}
            <p className="text-muted">p99 {milliseconds(latenessP99Ms)}</p>
          </>
        )}
      </td>
    </>
  );
}

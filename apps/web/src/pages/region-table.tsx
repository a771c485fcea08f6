import { cleanLine, type PublicServer } from '@alivemcp/contracts';
import { milliseconds } from '../format/numbers.ts';
import { State, toStatus } from './state.tsx';
import { Time } from './time.tsx';
import { Wide } from './wide.tsx';

/** What each region says of one server. */
export function RegionTable({ regions }: Pick<PublicServer, 'regions'>) {
  return (
    <section aria-labelledby="regions">
      <h2 id="regions">By region</h2>
      <Wide label="State by region">
        <table>
          <thead>
            <tr>
              <th scope="col">Region</th>
              <th scope="col">State</th>
              <th scope="col">Latency</th>
              <th scope="col">Last checked</th>
            </tr>
          </thead>
          <tbody>
            {regions.map((row) => (
              <tr key={row.region}>
                <th scope="row">{cleanLine(row.name, 64)}</th>
                <td>
                  <State status={toStatus(row.status)} />
                  {row.class !== null && (
                    <>
                      {' '}
                      <code className="muted">{cleanLine(row.class, 64)}</code>
                    </>
                  )}
                </td>
                <td>{milliseconds(row.latencyMs)}</td>
                <td>{row.checkedAt === null ? 'not yet' : <Time at={row.checkedAt} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

import { cleanLine, type ServerPageView } from '@alivemcp/contracts';
import { Time } from './time.tsx';
import { Wide } from './wide.tsx';

/** Tools whose end is announced, or has come. */
export function Deprecations({ deprecated }: Pick<ServerPageView, 'deprecated'>) {
  if (deprecated.length === 0) return null;
  return (
    <>
      <h3 className="group">Deprecated tools</h3>
      <Wide label="Deprecated tools">
        <table>
          <thead>
            <tr>
              <th scope="col">Tool</th>
              <th scope="col">Marked</th>
              <th scope="col">Promised until</th>
              <th scope="col">Now</th>
            </tr>
          </thead>
          <tbody>
            {deprecated.map(({ tool, markedAt, promisedUntil, removedAt }) => (
              <tr key={tool}>
                <th scope="row">
                  <code>{cleanLine(tool, 128)}</code>
                </th>
                <td>
                  <Day at={markedAt} />
                </td>
                <td>
                  <Day at={promisedUntil} />
                </td>
                <td>
                  {removedAt === null ? (
                    'listed'
                  ) : (
                    <>
                      removed <Time at={removedAt} />
                    </>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </>
  );
}

const Day = ({ at }: { at: string }) => <time dateTime={at.slice(0, 10)}>{at.slice(0, 10)}</time>;

import { ERRORS, type Pages } from '@alivemcp/contracts';
import { renderDocument } from './document.tsx';

const BY_STATUS = Object.entries(ERRORS).toSorted(([, a], [, b]) => a.status - b.status);

/** `/docs/errors#<code>`: where the `type` of every problem document leads. */
export const errorsPage: Pages['errorsPage'] = () =>
  renderDocument({
    title: 'Errors of the AliveMCP API',
    children: (
      <>
        <h1>Errors</h1>
        <p>
          Every error is a problem document (RFC 9457) with one of these in <code>code</code>.
        </p>
        <table>
          <thead>
            <tr>
              <th scope="col">Status</th>
              <th scope="col">Code and meaning</th>
            </tr>
          </thead>
          <tbody>
            {BY_STATUS.map(([code, { status, title }]) => (
              <tr key={code} id={code}>
                <td>{status}</td>
                <th scope="row" className="meaning">
                  <code>{code}</code> <span>{title}</span>
                </th>
              </tr>
            ))}
          </tbody>
        </table>
      </>
    ),
  });

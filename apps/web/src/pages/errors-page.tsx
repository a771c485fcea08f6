import { ERRORS, type Pages } from '@alivemcp/contracts';
import { renderDocument } from './document.tsx';
import { Wide } from './wide.tsx';

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
        <Wide label="Errors">
          <table>
            <thead>
              <tr>
                <th scope="col">Code</th>
                <th scope="col">Status</th>
                <th scope="col">Meaning</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(ERRORS).map(([code, { status, title }]) => (
                <tr key={code} id={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td>{status}</td>
                  <td>{title}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Wide>
      </>
    ),
  });

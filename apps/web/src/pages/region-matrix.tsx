import { cleanLine, type StatusPageComponent } from '@alivemcp/contracts';
import { State, toStatus } from './state.tsx';
import { Wide } from './wide.tsx';

/** Which server says what in which region. */
export function RegionMatrix({ components }: { components: StatusPageComponent[] }) {
  const names = new Map(components.flatMap(({ regions }) => regions.map(({ region, name }) => [region, name])));
  if (names.size === 0) return null;
  return (
    <section aria-labelledby="regions">
      <h2 id="regions">By region</h2>
      <Wide label="State by server and region">
        <table>
          <thead>
            <tr>
              <th scope="col">Server</th>
              {[...names].map(([id, name]) => (
                <th key={id} scope="col">
                  {cleanLine(name, 64)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {components.map((component) => (
              <tr key={component.id}>
                <th scope="row">{cleanLine(component.name)}</th>
                {[...names.keys()].map((id) => (
                  <td key={id}>
                    <Cell status={component.regions.find(({ region }) => region === id)?.status} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  );
}

function Cell({ status }: { status: string | undefined }) {
  return status === undefined ? <span className="muted">Not checked</span> : <State status={toStatus(status)} />;
}

import { cleanLine, type ServerPageView } from '@alivemcp/contracts';
import { Time } from './time.tsx';
import { ToolLine } from './tool-line.tsx';

const MAX_NAMES = 500;

/** What the server offers and how that changed. */
export function ToolSurface({ server, toolNames, drifts }: Pick<ServerPageView, 'server' | 'toolNames' | 'drifts'>) {
  const { protocolVersion, serverInfo } = server;
  const left = toolNames.length - MAX_NAMES;
  return (
    <section aria-labelledby="tools">
      <h2 id="tools">Tool surface</h2>
      <dl>
        <dt>Tools</dt>
        <dd>
          <ToolLine {...server} />
        </dd>
        <dt>Protocol</dt>
        <dd>{protocolVersion === null ? 'not known yet' : `MCP ${cleanLine(protocolVersion, 64)}`}</dd>
        <dt>Software</dt>
        <dd>{serverInfo === null ? 'not known yet' : cleanLine(`${serverInfo.name} ${serverInfo.version}`)}</dd>
      </dl>
      {toolNames.length > 0 && (
        <details id="tool-names">
          <summary>Names of the tools</summary>
          <ul className="names">
            {toolNames.slice(0, MAX_NAMES).map((name) => (
              <li key={name}>
                <code>{cleanLine(name, 128)}</code>
              </li>
            ))}
          </ul>
          {left > 0 && <p className="small">And {left} more.</p>}
        </details>
      )}
      <h3 className="group">Changes</h3>
      {drifts.length === 0 ? (
        <p className="muted">No change of the tools has been seen.</p>
      ) : (
        <ol className="updates">
          {drifts.map((drift) => (
            <li key={drift.id}>
              <p className="small">
                <span className={`tag ${drift.class}`}>{CLASSES[drift.class]}</span> <Time at={drift.at} />
              </p>
              <p>{cleanLine(drift.summary, 500)}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const CLASSES: Record<ServerPageView['drifts'][number]['class'], string> = {
  breaking: 'Breaking',
  behavioural: 'Behaviour',
  additive: 'Added',
  cosmetic: 'Cosmetic',
};

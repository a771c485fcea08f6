import { cleanLine, type ServerPageView } from '@alivemcp/contracts';
import { Deprecations } from './deprecations.tsx';
import { SeveralLists } from './several-lists.tsx';
import { ToolLine } from './tool-line.tsx';

const MAX_NAMES = 500;

type Props = Pick<ServerPageView, 'server' | 'toolNames' | 'deprecated' | 'inconsistent'>;

/** What the server offers. */
export function ToolSurface({ server, toolNames, deprecated, inconsistent }: Props) {
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
      <SeveralLists inconsistent={inconsistent} />
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
      <Deprecations deprecated={deprecated} />
    </section>
  );
}

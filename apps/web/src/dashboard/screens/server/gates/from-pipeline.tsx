import { Link } from '@tanstack/react-router';
import { CopyText } from '../../../ui/copy-text.tsx';
import { gateScript } from './gate-script.ts';

const Code = ({ children }: { children: string }) => <code className="prose-code">{children}</code>;

/** How a pipeline starts a gate and waits for it. */
export function FromPipeline({ serverId }: { serverId: string }) {
  return (
    <details className="mt-4 min-w-0 rounded-lg border border-line">
      <summary className="px-4 py-3 font-medium">From a pipeline</summary>
      <div className="grid gap-3 px-4 pb-4">
        <p className="max-w-prose text-sm text-pretty">
          Save this as <Code>gate.sh</Code> and run <Code>sh gate.sh</Code> after the step that deploys. It needs{' '}
          <Code>curl</Code> and <Code>jq</Code>, and fails when the gate does not pass.
        </p>
        <CopyText text={gateScript({ origin: window.location.origin, serverId })} label="the script" />
        <ul className="grid max-w-prose list-disc gap-1 pl-5 text-sm text-pretty">
          <li>
            <Code>ALIVEMCP_API_KEY</Code>: an{' '}
            <Link className="link" to="/keys">
              API key
            </Link>{' '}
            with <Code>servers:write</Code> and <Code>servers:read</Code>, as a secret of the pipeline.
          </li>
          <li>
            <Code>VERSION</Code>: what the server will say of itself once the deploy is through.
          </li>
          <li>
            <Code>DEPLOY</Code>: any name of this deploy, so that a step which is run again does not start a second
            gate.
          </li>
        </ul>
      </div>
    </details>
  );
}

import type { Server } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, TextArea, TextField } from '../../ui/field.tsx';
import { Folded } from '../../ui/folded.tsx';
import { CallFields } from './call-fields.tsx';

/** What must hold beyond an answer; the server is degraded while it does not. */
export function ExpectationFields({ server, problem }: { server?: Server; problem: Problem | null }) {
  const { tools, version, allowEmptyTools, call } = server?.expectations ?? {};
  return (
    <>
      <p className="text-sm text-muted">While one of them does not hold, the server is degraded.</p>
      <TextArea
        label="Tools that must be listed"
        name="expectedTools"
        spellCheck={false}
        defaultValue={tools?.join('\n')}
        hint="One name a line."
        error={errorAt(problem, '/expectations/tools')}
      />
      <TextField
        label="Version it must claim"
        name="expectedVersion"
        maxLength={256}
        defaultValue={version}
        error={errorAt(problem, '/expectations/version')}
      />
      <Checkbox label="An empty tool list is fine" name="allowEmptyTools" defaultChecked={allowEmptyTools} />
      <Folded
        title={
          call ? (
            <>
              Calls <code className="prose-code">{call.tool}</code> with every probe
            </>
          ) : (
            'Call a tool with every probe'
          )
        }
        problem={problem}
        holds={(pointer) => pointer.startsWith('/expectations/call')}
      >
        <div className="grid gap-4">
          <CallFields server={server} problem={problem} />
        </div>
      </Folded>
    </>
  );
}

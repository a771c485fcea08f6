import type { Server } from '@alivemcp/contracts';
import type { Problem } from '../../api/problem.ts';
import { Checkbox, errorAt, TextArea, TextField } from '../../ui/field.tsx';
import { ToolNameField } from './tool-name-field.tsx';
import { ValueFields } from './value-fields.tsx';

const at = (name: string) => `/expectations/call/${name}`;

/** A tool that is called with every probe, and what its answer must be. Without a name none is called. */
export function CallFields({ server, problem }: { server: Server | undefined; problem: Problem | null }) {
  const call = server?.expectations.call;
  return (
    <>
      <p className="max-w-prose text-sm text-muted">
        Choose one that is cheap and only reads: it is called once from every region with every probe. One that says it
        is destructive, or not read-only, is never called.
      </p>
      <ToolNameField server={server} error={errorAt(problem, at('tool'))} />
      <TextArea
        label="Arguments as JSON"
        name="callArguments"
        spellCheck={false}
        className="w-full rounded-md border border-edge bg-bg px-3 py-2 font-mono text-sm aria-invalid:border-down"
        placeholder="{}"
        defaultValue={call && JSON.stringify(call.arguments, null, 2)}
        hint="Stored and shown as they are: no place for secrets."
        error={errorAt(problem, at('arguments'))}
      />
      <TextField
        label="Answers within, in ms (optional)"
        name="callMaxMs"
        type="number"
        inputMode="numeric"
        min={1}
        max={10_000}
        defaultValue={call?.maxMs}
        error={errorAt(problem, at('maxMs'))}
      />
      <Checkbox
        label="The answer fits the tool’s own output schema"
        name="callMatchesSchema"
        defaultChecked={call?.matchesOutputSchema}
      />
      <ValueFields values={call?.values ?? []} problem={problem} />
    </>
  );
}
